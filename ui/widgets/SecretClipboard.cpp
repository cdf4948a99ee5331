// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/SecretClipboard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimerEvent>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int TickMs = 1000;

QByteArray hashOf(const QByteArray &text) { return QCryptographicHash::hash(text, QCryptographicHash::Blake2b_256); }

} // namespace

SecretClipboard::SecretClipboard(QObject *parent) : QObject(parent) {}

SecretClipboard::~SecretClipboard() { clear(); }

void SecretClipboard::copy(const Secret &text)
{
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(text.reveal()));
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"); // Klipper and others do not record what says so
    QGuiApplication::clipboard()->setMimeData(data, QClipboard::Clipboard);
    m_hash = hashOf(text.reveal());
    m_remainingMs = m_lifetimeMs;
    m_tick.start(std::min(TickMs, m_lifetimeMs), this);
    emit remaining(m_remainingMs);
}

bool SecretClipboard::stillOurs() const
{
    return hashOf(QGuiApplication::clipboard()->text(QClipboard::Clipboard).toUtf8()) == m_hash;
}

void SecretClipboard::clear()
{
    m_tick.stop();
    if (m_remainingMs <= 0)
        return;
    m_remainingMs = 0;
    if (QGuiApplication::clipboard()) {
        if (stillOurs())
            QGuiApplication::clipboard()->clear(QClipboard::Clipboard);
        // Some desktops copy it there by themselves.
        if (QGuiApplication::clipboard()->supportsSelection()
            && hashOf(QGuiApplication::clipboard()->text(QClipboard::Selection).toUtf8()) == m_hash)
            QGuiApplication::clipboard()->clear(QClipboard::Selection);
    }
    m_hash.clear();
    emit remaining(0);
}

void SecretClipboard::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_tick.timerId())
        return QObject::timerEvent(event);
    m_remainingMs -= TickMs;
    if (m_remainingMs > 0) {
        emit remaining(m_remainingMs);
        return;
    }
    m_remainingMs = 1; // clear() looks whether something is there
    clear();
}

} // namespace understudy
