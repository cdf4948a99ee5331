// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/Acceptor.h"
#include "endpoint/HttpFrontend.h"

#include <QTcpSocket>
#include <QtTest>

namespace understudy {

/// Stands for the gateway: echoes by path, and holds or streams for the tests that need it.
class FakeHandler final : public RequestHandler, public SinkListener {
public:
    Admission admit(const RequestHead &head) override
    {
        ++admitted;
        if (head.path == "/denied")
            return {nullptr, openAiError(401, "invalid_api_key", u"no")};
        return {std::make_shared<int>(7), std::nullopt};
    }

    void handle(ClientRequest &&request, std::unique_ptr<ResponseSink> newSink) override
    {
        ++handled;
        last = std::move(request);
        if (last.head.path == "/hold") {
            sink = std::move(newSink);
            sink->setListener(this);
        } else if (last.head.path == "/stream") {
            newSink->begin(200, {{"Content-Type", "text/event-stream"}});
            newSink->write("one");
            newSink->write("two");
            newSink->finish();
        } else if (last.head.path == "/abort") {
            newSink->begin(200, {});
            newSink->write("half");
            newSink->abort();
        } else if (last.head.path == "/drop") {
            newSink.reset();
        } else if (last.head.path == "/inject") {
            newSink->sendWhole({200, {{"x-bad", "a\r\nx-evil: 1"}, {"x good", "1"}, {"Content-Length", "999"}, {"x-ok", "yes"}}, "ok"});
        } else if (last.head.path == "/empty") {
            newSink->sendWhole({204, {}, {}});
        } else {
            newSink->sendWhole({200, {{"Content-Type", "text/plain"}}, last.head.method + ' ' + last.head.path + " [" + last.body + ']'});
        }
    }

    void onClientGone() override
    {
        ++gone;
        sink.reset();
    }
    void onDrained() override { ++drained; }

    int admitted = 0;
    int handled = 0;
    int gone = 0;
    int drained = 0;
    ClientRequest last;
    std::unique_ptr<ResponseSink> sink;
};

/// A whole endpoint in the test's own thread.
class EndpointFixture {
public:
    explicit EndpointFixture(const EndpointSettings &settings = {})
        : budget(settings.maxBufferedBytes)
        , frontend(std::make_unique<HttpFrontend>(settings, handler, budget, clock))
        , acceptor({{[this](qintptr fd) { frontend->addConnection(fd); }, [this] { return frontend->connections(); }}}, settings.maxConnections)
    {
        if (!acceptor.open(QHostAddress(QHostAddress::LocalHost), 0))
            qFatal("cannot listen");
    }

    std::unique_ptr<QTcpSocket> connectClient() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), acceptor.serverPort());
        return socket;
    }

    FakeHandler handler;
    SystemClock clock;
    BodyBudget budget;
    std::unique_ptr<HttpFrontend> frontend;
    Acceptor acceptor;
};

} // namespace understudy
