// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ClosePolicy.h"

#include "widgets/Ask.h"

namespace understudy {

using namespace Qt::StringLiterals;

CloseDecision decideClose(const CloseSituation &situation)
{
    if (situation.sessionEnding || situation.whenClosed == "quit"_L1)
        return CloseDecision::Quit;
    if (situation.whenClosed == "serve"_L1)
        return situation.tray || situation.serves ? CloseDecision::Hide : CloseDecision::Quit;
    return situation.serves ? CloseDecision::Ask : CloseDecision::Quit; // nothing to go on with: nothing to ask
}

bool quitNeedsAsking(const GatewayState &state) { return !state.attached && state.isRunning() && state.inFlight > 0; }

ClosePolicy::ClosePolicy(Console &console, Preferences &preferences, QWidget *window, QObject *parent)
    : QObject(parent), m_console(console), m_preferences(preferences), m_window(window)
{
    connect(&console, &Console::stateChanged, this, [this] {
        if (m_waiting && !m_console.state().isRunning())
            leave();
    });
}

bool ClosePolicy::serves() const
{
    const GatewayState state = m_console.state();
    return !state.attached && (state.isRunning() || state.phase == GatewayState::Phase::Starting);
}

void ClosePolicy::closeWindow()
{
    switch (decideClose({m_preferences.get(preferences::WhenClosed), m_tray, serves(), m_sessionEnding})) {
    case CloseDecision::Ask: return askHowToClose();
    case CloseDecision::Hide: emit hideWanted(); return;
    case CloseDecision::Quit: return quit();
    }
}

void ClosePolicy::askHowToClose()
{
    if (m_asking)
        return;
    m_asking = true;
    Question question;
    question.title = tr("Keep the gateway running without a window?");
    question.text = m_tray ? tr("Understudy stays in the tray and goes on answering your applications.")
                           : tr("Understudy keeps serving without a window; start it again to see it.");
    question.text += u' ' + tr("It asks this once; Settings can change it.");
    question.choices = {tr("Cancel"), tr("Quit"), m_tray ? tr("Stay in the Tray") : tr("Keep Serving")};
    question.preselected = 2;
    ask(m_window, question, [this](int choice, bool) {
        m_asking = false;
        if (choice == 0)
            return;
        m_preferences.set(preferences::WhenClosed, choice == 2 ? u"serve"_s : u"quit"_s);
        if (choice == 2)
            emit hideWanted();
        else
            quit();
    });
}

void ClosePolicy::quit()
{
    if (!m_sessionEnding && quitNeedsAsking(m_console.state()))
        askWhetherToWait();
    else
        leave();
}

void ClosePolicy::askWhetherToWait()
{
    if (m_asking)
        return;
    m_asking = true;
    emit askingNeedsWindow();
    const Milliseconds drain = m_console.configuration().settings.limits.drain;
    Question question;
    question.title = tr("%n request(s) still running", nullptr, m_console.state().inFlight);
    question.text = tr("Wait and Quit takes no new requests and lets these finish, for at most %n second(s). Quit Now cuts them off.", nullptr,
                       int(std::chrono::ceil<std::chrono::seconds>(drain).count()));
    question.choices = {tr("Cancel"), tr("Wait and Quit"), tr("Quit Now")};
    question.preselected = 1;
    question.dangerous = true;
    ask(m_window, question, [this](int choice, bool) {
        m_asking = false;
        if (choice == 0)
            m_waiting = false; // also of an earlier answer
        else if (choice == 1)
            waitForRequests();
        else
            leave();
    });
}

void ClosePolicy::waitForRequests()
{
    m_waiting = true;
    const GatewayState state = m_console.state();
    if (!state.isRunning())
        leave(); // they ended while the question stood there
    else if (state.phase == GatewayState::Phase::Running)
        m_console.stopGateway();
}

void ClosePolicy::leave()
{
    if (m_left)
        return;
    m_left = true;
    emit quitWanted();
}

} // namespace understudy
