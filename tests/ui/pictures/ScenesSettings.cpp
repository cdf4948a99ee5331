// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/Scenes.h"

#include "widgets/StateNotice.h"

#include <QVBoxLayout>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

using Phase = GatewayState::Phase;

/// Each condition below the other, as the window shows them one at a time.
QWidget *notices(Stage &stage)
{
    auto *window = new QWidget;
    auto *column = new QVBoxLayout(window);
    const GatewayState well = stage.console.gateway;
    const auto add = [&](const std::function<void(GatewayState &)> &change) {
        GatewayState state = well;
        change(state);
        auto *console = new FakeConsole;
        console->setParent(window);
        console->gateway = state;
        column->addWidget(new StateNotice(*console));
    };
    add([](GatewayState &s) { s.phase = Phase::Failed; s.problem = Error{ErrorKind::Conflict, u"in use"_s, {}}; });
    add([](GatewayState &s) { s.vault = {MasterKeyPlace::Passphrase, true, {}}; s.attached = true; s.owner = 4711; });
    add([](GatewayState &s) { s.vault = {MasterKeyPlace::Keyring, true, u"libsecret-1-0"_s}; });
    add([](GatewayState &s) { s.readOnly = true; });
    add([](GatewayState &s) { s.ledgerProblem = u"The disk is full."_s; s.ledgerQueued = 42; s.ledgerDropped = 7; s.reachableFromNetwork = true; });
    add([](GatewayState &s) {
        s.phase = Phase::Broken;
        s.problem = Error{ErrorKind::Unavailable, u"The database is damaged (file is not a database)."_s, s.database};
    });
    column->addStretch();
    return window;
}

const SceneAdder stateNotices{{u"state-notices"_s, QSize(804, 900), notices}};

} // namespace

} // namespace understudy::test
