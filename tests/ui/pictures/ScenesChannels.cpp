// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/Scenes.h"

#include "dialogs/ChannelDialog.h"
#include "dialogs/ProviderDialog.h"
#include "pages/ModelsPage.h"

#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

namespace understudy::test {

using namespace Qt::StringLiterals;

namespace {

template<typename W = QPushButton>
void click(QWidget *window, const QString &name)
{
    if (auto *widget = window->findChild<W *>(name))
        QTest::mouseClick(widget, Qt::LeftButton);
}

ChannelDialog *dialog(Stage &stage, const QString &provider, const QString &channel = {})
{
    return new ChannelDialog(stage.console, stage.tests, &stage.clipboard, nullptr, {provider, channel});
}

const SceneAdder create{{u"channel-create"_s, {}, [](Stage &s) { return dialog(s, u"siliconflow"_s); }, {}}};
const SceneAdder pasted{{u"channel-pasted"_s, {}, [](Stage &s) { return dialog(s, u"ark"_s); },
                         [](QWidget *w, Stage &) {
                             qobject_cast<ChannelDialog *>(w)->paste(u"curl https://llm.example.com/v1/chat/completions -H 'Authorization: Bearer sk-invented0123456789abcd' "
                                                                     "-d '{\"model\": \"qwen2.5-72b\"}'"_s);
                         }}};
const SceneAdder tested{{u"channel-tested"_s, {}, [](Stage &s) { return dialog(s, {}, u"siliconflow-1"_s); }, [](QWidget *w, Stage &) { click(w, u"channel.test"_s); }}};
const SceneAdder wrong{{u"channel-wrong"_s, {}, [](Stage &s) { return dialog(s, u"azure"_s); },
                        [](QWidget *w, Stage &) {
                            w->findChild<QLineEdit *>(u"channel.apiKey"_s)->setText(u"sk-us_Invented0Invented0Invented0Invented0000"_s);
                            click(w, u"channel.noModels"_s);
                            click(w, u"channel.save"_s);
                        }}};
const SceneAdder advanced{{u"channel-advanced"_s, QSize(900, 1000), [](Stage &s) { return dialog(s, u"deepseek"_s); },
                           [](QWidget *w, Stage &) {
                               click<QToolButton>(w, u"channel.advanced"_s);
                               click(w, u"channel.addHeader"_s);
                           }}};

constexpr QSize PageSize{804, 590};

QWidget *page(Stage &stage) { return new ModelsPage(stage.console, stage.tests); }

const SceneAdder models{{u"models"_s, PageSize, page}};
const SceneAdder modelsEmpty{{u"models-empty"_s, PageSize, page, nullptr, FakeConsole::Start::Empty}};
const SceneAdder modelsNoMatch{{u"models-nomatch"_s, PageSize, page, [](QWidget *w, Stage &) { w->findChild<QLineEdit *>(u"models.filter"_s)->setText(u"zzz"_s); }}};
const SceneAdder builtIn{{u"models-builtin"_s, PageSize, page, [](QWidget *w, Stage &) { w->findChild<QTabWidget *>()->setCurrentIndex(1); }}};
const SceneAdder channels{{u"models-channels"_s, PageSize, page, [](QWidget *w, Stage &) { qobject_cast<ModelsPage *>(w)->showChannels(u"siliconflow"_s); }}};
const SceneAdder channelsLimits{{u"models-channellimits"_s, PageSize, page, [](QWidget *w, Stage &stage) {
    stage.console.limitUses = {{LimitUse::Of::Channel, u"siliconflow-1"_s, LimitKind::RequestsPerMinute, 12, 60},
                               {LimitUse::Of::Channel, u"siliconflow-1"_s, LimitKind::TokensPerMonth, 8'600'000, 10'000'000}};
    qobject_cast<ModelsPage *>(w)->showChannels(u"siliconflow"_s);
}}};
const SceneAdder channelsTested{{u"models-channeltest"_s, PageSize, page,
                                 [](QWidget *w, Stage &) {
                                     qobject_cast<ModelsPage *>(w)->showChannels(u"siliconflow"_s);
                                     click(w, u"channels.rowTest"_s);
                                 }}};
const SceneAdder channelsDelete{{u"models-channeldelete"_s, PageSize, page,
                                 [](QWidget *w, Stage &) {
                                     qobject_cast<ModelsPage *>(w)->showChannels(u"siliconflow"_s);
                                     QTest::keyClick(w->findChild<QWidget *>(u"channels.table"_s), Qt::Key_Delete);
                                 }}};
const SceneAdder channelsNone{{u"models-channelnone"_s, PageSize, page, [](QWidget *w, Stage &) { qobject_cast<ModelsPage *>(w)->showChannels(u"ark"_s); }}};
const SceneAdder providerNew{{u"provider-new"_s, {}, [](Stage &s) { return new ProviderDialog(s.console, nullptr, {}); }, [](QWidget *w, Stage &) { click(w, u"provider.save"_s); }}};
const SceneAdder providerEdit{{u"provider-edit"_s, {}, [](Stage &s) { return new ProviderDialog(s.console, nullptr, u"siliconflow"_s); }}};

} // namespace

} // namespace understudy::test
