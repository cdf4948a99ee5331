// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ChannelsPanel.h"

#include "catalog/Catalogue.h"
#include "configuration/OwnProvider.h"
#include "console/Console.h"
#include "dialogs/TestStages.h"
#include "models/ChannelsModel.h"
#include "widgets/EmptyState.h"
#include "widgets/Language.h"
#include "widgets/MessageBar.h"
#include "words/ChannelWords.h"
#include "words/TypeWords.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QTableView>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

QString chainText(const QList<Candidate> &chain)
{
    QStringList names;
    for (const Candidate &candidate : chain)
        names.append(words::shortModelName(candidate.model));
    return names.join(u" → "_s);
}

} // namespace

ChannelsPanel::ChannelsPanel(Console &console, TestMemory &tests, QWidget *parent)
    : QWidget(parent), m_console(console), m_tests(tests), m_model(new ChannelsModel(console, tests, this))
{
    build();
    connect(&console, &Console::configurationChanged, this, &ChannelsPanel::refresh);
    connect(&console, &Console::limitsChanged, this, &ChannelsPanel::showLimits);
    connect(m_stages, &TestStages::finished, this, [this](const TestMemo &memo) {
        m_tests.remember(m_testing, memo);
        if (memo.passed)
            m_console.resetBreakers(m_testing);
        refresh();
        emit tested();
    });
    followLanguage(this, [this] { retranslate(); });
}

void ChannelsPanel::showProvider(const QString &provider, const QString &channel)
{
    if (provider != m_provider) {
        m_stages->cancel();
        m_testPart->hide();
        m_bar->clear();
    }
    m_provider = provider;
    m_model->setProvider(provider);
    choose(channel);
    retranslate();
}

void ChannelsPanel::choose(const QString &channel)
{
    const int row = std::max(0, m_model->row(channel));
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    showCurrent();
}

QString ChannelsPanel::current() const { return m_model->idAt(m_table->currentIndex().row()); }

void ChannelsPanel::refresh()
{
    if (m_provider.isEmpty())
        return;
    const QString channel = current();
    m_model->update();
    if (current() != channel || current().isEmpty())
        choose(channel);
    fitColumns();
    showCurrent();
}

void ChannelsPanel::edit()
{
    if (!current().isEmpty())
        emit wished(Wish::make(Wish::What::EditChannel, current()));
}

void ChannelsPanel::test()
{
    const Channel *channel = m_console.configuration().channel(current());
    const Provider *provider = channel ? m_console.catalogue().resolve(m_console.configuration(), channel->provider) : nullptr;
    if (!provider)
        return;
    m_testing = channel->id;
    m_testTitle->setText(tr("Connection test of “%1”").arg(channel->name));
    m_testPart->show();
    m_stages->start(*channel, *provider, true);
    showCurrent();
}

void ChannelsPanel::change(std::function<Result<Configuration>(const Configuration &)> change, std::function<void()> done)
{
    m_console.change(std::move(change), this, [this, done = std::move(done)](const Result<void> &result) {
        if (!result)
            m_bar->show({Message::Level::Error, words::notSaved(result.error()), {}, {}, 0});
        else if (done)
            done();
    });
}

void ChannelsPanel::togglePause()
{
    const Channel *channel = m_console.configuration().channel(current());
    if (!channel)
        return;
    const bool on = !channel->enabled;
    change(
        [id = channel->id, on](const Configuration &before) -> Result<Configuration> {
            Configuration after = before;
            for (Channel &entry : after.channels) {
                if (entry.id == id)
                    entry.enabled = on;
            }
            return after;
        },
        [this, on, name = channel->name] { emit said({Message::Level::Info, on ? tr("Channel “%1” is in use again").arg(name) : tr("Channel “%1” is paused; chains skip it").arg(name), {}, {}, 6000}); });
}

void ChannelsPanel::duplicate()
{
    const QString id = current();
    const auto made = std::make_shared<QString>(); // filled in the thread that stores, read after its reply
    change(
        [id, made](const Configuration &before) -> Result<Configuration> {
            const Channel *found = before.channel(id);
            if (!found)
                return Error{ErrorKind::NotFound, u"the channel \"%1\" does not exist any more"_s.arg(id), {}};
            Configuration after = before;
            Channel copy = *found;
            copy.id = freeChannelId(before, copy.provider);
            copy.name = freeChannelName(before, copy.provider);
            *made = copy.id;
            after.channels.append(copy);
            return after;
        },
        [this, made] {
            choose(*made);
            if (const Channel *copy = m_console.configuration().channel(*made))
                emit said({Message::Level::Success, tr("Duplicated as “%1”").arg(copy->name), {}, {}, 6000});
        });
}

void ChannelsPanel::resetBreaker()
{
    const Channel *channel = m_console.configuration().channel(current());
    if (!channel)
        return;
    m_console.resetBreakers(channel->id);
    emit said({Message::Level::Info, tr("The circuit breakers of “%1” are reset; the next request may call it").arg(channel->name), {}, {}, 6000});
}

void ChannelsPanel::remove()
{
    const std::optional<ChannelRemoval> removal = planRemoval(m_console.configuration(), current());
    if (!removal)
        return;
    if (removal->chains.isEmpty())
        removeNow(*removal);
    else
        warnAndRemove(*removal);
}

void ChannelsPanel::warnAndRemove(const ChannelRemoval &removal)
{
    QStringList blocked, lines;
    QString firstBlocked;
    for (const ChainChange &change : removal.chains) {
        if (change.after.isEmpty()) {
            blocked.append(u"“%1”"_s.arg(change.keyName));
            firstBlocked = firstBlocked.isEmpty() ? change.keyId : firstBlocked;
        }
        lines.append(tr("%1: %2 becomes %3").arg(change.keyName, chainText(change.before), chainText(change.after)));
    }
    if (!blocked.isEmpty()) {
        m_bar->show({Message::Level::Error,
                     tr("“%1” cannot be deleted: %2 would have no model left. Give the key another model first, or pause the channel.").arg(removal.channel.name, blocked.join(u", "_s)),
                     tr("Edit Key"), [this, firstBlocked] { emit wished(Wish::make(Wish::What::EditKey, firstBlocked)); }, 0});
        return;
    }
    m_bar->show({Message::Level::Warning, tr("%n key(s) call “%1”. After deleting it: %2.", nullptr, int(lines.size())).arg(removal.channel.name, lines.join(u"; "_s)),
                 tr("Delete Channel"), [this, removal] { removeNow(removal); }, 0});
}

void ChannelsPanel::removeNow(const ChannelRemoval &removal)
{
    change(
        [removal](const Configuration &before) -> Result<Configuration> {
            // What was shown must be what happens.
            const std::optional<ChannelRemoval> now = planRemoval(before, removal.channel.id);
            if (!now || !(now->chains == removal.chains))
                return Error{ErrorKind::Conflict, u"the channel or a key that calls it was changed"_s, {}};
            return withoutChannel(before, *now);
        },
        [this, removal] {
            const QPointer<ChannelsPanel> self(this);
            Message message{Message::Level::Success, tr("Channel “%1” deleted").arg(removal.channel.name), tr("Undo"), {}, Message::UndoMs};
            message.action = [self, removal] {
                if (self)
                    self->change([removal](const Configuration &before) -> Result<Configuration> { return withChannelBack(before, removal); }, [self, removal] { self->choose(removal.channel.id); });
            };
            emit said(message);
        });
}

void ChannelsPanel::openMenu(QWidget *over)
{
    const Channel *channel = m_console.configuration().channel(current());
    if (!channel)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"channels.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, const QString &text, auto act) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
    };
    add(u"channels.edit"_s, tr("Edit…"), &ChannelsPanel::edit);
    add(u"channels.test"_s, tr("Test"), &ChannelsPanel::test);
    add(u"channels.pause"_s, channel->enabled ? tr("Pause") : tr("Resume"), &ChannelsPanel::togglePause);
    add(u"channels.resetBreaker"_s, tr("Reset Circuit Breaker"), &ChannelsPanel::resetBreaker);
    add(u"channels.duplicate"_s, tr("Duplicate"), &ChannelsPanel::duplicate);
    menu->addSeparator();
    add(u"channels.delete"_s, tr("Delete"), &ChannelsPanel::remove);
    menu->popup(over->mapToGlobal(QPoint(0, over->height())));
}

/// Letters are commands here, not a search in the first column.
bool ChannelsPanel::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (object == m_table && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if ((press->key() == Qt::Key_C || press->key() == Qt::Key_T) && press->modifiers() == Qt::NoModifier) {
            keyPressEvent(static_cast<QKeyEvent *>(event));
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void ChannelsPanel::keyPressEvent(QKeyEvent *event)
{
    const bool onTable = m_table->hasFocus();
    switch (event->key()) {
    case Qt::Key_Escape: emit back(); return;
    case Qt::Key_Delete:
        if (onTable)
            return remove();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (onTable)
            return edit();
        break;
    case Qt::Key_T:
        if (onTable && event->modifiers() == Qt::NoModifier)
            return test();
        break;
    case Qt::Key_C:
        if (onTable && event->modifiers() == Qt::NoModifier) {
            emit wished(Wish::make(Wish::What::CreateChannel, m_provider));
            return;
        }
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void ChannelsPanel::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_table->isVisible() && !current().isEmpty())
        openMenu(m_table->indexWidget(m_model->index(m_table->currentIndex().row(), ChannelsModel::Actions)));
    event->accept();
}

} // namespace understudy
