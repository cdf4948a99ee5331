// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/WelcomePage.h"

#include "pages/WelcomeCard.h"
#include "preferences/Preferences.h"
#include "theme/Icons.h"
#include "theme/Style.h"
#include "theme/Theme.h"
#include "widgets/Language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkSize = 56, MostWidth = 900;

} // namespace

WelcomePage::WelcomePage(Preferences &preferences, QWidget *parent)
    : Page(parent), m_preferences(preferences), m_mark(new QLabel), m_heading(new QLabel), m_sentence(new QLabel), m_chinese(new QPushButton), m_english(new QPushButton),
      m_promise(new QLabel)
{
    setObjectName(u"welcome"_s);
    m_mark->setPixmap(icons::program().pixmap(QSize(MarkSize, MarkSize), devicePixelRatioF()));
    m_heading->setFont(Theme::heading());
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_promise->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_mark, m_heading, m_sentence, m_promise})
        label->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_promise->setWordWrap(true);
    m_cards = {new WelcomeCard(u"play"_s, 1, true), new WelcomeCard(u"models"_s, 2, false), new WelcomeCard(u"download"_s, 3, false)};
    m_cards[Demo]->setObjectName(u"welcome.demo"_s);
    m_cards[Add]->setObjectName(u"welcome.add"_s);
    m_cards[Import]->setObjectName(u"welcome.import"_s);
    // In their own languages: who cannot read the one finds the other.
    m_chinese->setText(u"中文"_s);
    m_chinese->setObjectName(u"welcome.chinese"_s);
    m_english->setText(u"English"_s);
    m_english->setObjectName(u"welcome.english"_s);
    for (QPushButton *button : {m_chinese, m_english}) {
        Style::setVariant(button, Style::Variant::Quiet);
        button->setCheckable(true);
        button->setAutoDefault(false);
    }

    auto *content = new QWidget;
    auto *cards = new QHBoxLayout;
    cards->setSpacing(Theme::WideGap);
    for (WelcomeCard *card : m_cards)
        cards->addWidget(card);
    auto *languages = new QHBoxLayout;
    languages->addStretch();
    languages->addWidget(m_chinese);
    languages->addWidget(m_english);
    languages->addStretch();
    auto *inner = new QVBoxLayout;
    inner->setSpacing(Theme::Gap);
    inner->addStretch(2);
    inner->addWidget(m_mark);
    inner->addWidget(m_heading);
    inner->addWidget(m_sentence);
    inner->addSpacing(Theme::WideGap);
    inner->addLayout(cards);
    inner->addSpacing(Theme::WideGap);
    inner->addLayout(languages);
    inner->addWidget(m_promise);
    inner->addStretch(3);
    auto *middle = new QWidget(content);
    middle->setMaximumWidth(MostWidth);
    middle->setLayout(inner);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(Theme::PageMargin, Theme::PageMargin, Theme::PageMargin, Theme::PageMargin);
    row->addStretch();
    row->addWidget(middle, 100);
    row->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(scroll);

    for (int card = Demo; card < CardCount; ++card) {
        connect(m_cards[size_t(card)], &WelcomeCard::clicked, this, [this, card] { choose(Card(card)); });
        auto *shortcut = new QShortcut(QKeySequence(Qt::Key_1 + card), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_cards[size_t(card)], &WelcomeCard::click);
    }
    connect(m_chinese, &QPushButton::clicked, this, [this] { m_preferences.set(preferences::Language, u"zh_CN"_s); markLanguage(); });
    connect(m_english, &QPushButton::clicked, this, [this] { m_preferences.set(preferences::Language, u"en"_s); markLanguage(); });
    followLanguage(this, [this] { retranslate(); });
}

QString WelcomePage::title() const { return tr("Welcome"); }

void WelcomePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_cards[Demo]->setFocus(Qt::OtherFocusReason); // Enter shows a failover
}

void WelcomePage::retranslate()
{
    m_heading->setText(tr("The understudy for your models"));
    m_sentence->setText(tr("When a model provider fails, the next one in your list answers. Your application notices nothing."));
    m_cards[Demo]->setTexts(tr("See a failover now"), tr("No key needed. Two simulated models: the first one fails, the second one answers."));
    m_cards[Add]->setTexts(tr("Add my provider"), tr("Connect DeepSeek, SiliconFlow or any other provider, and get one address for your applications."));
    m_cards[Import]->setTexts(tr("Import"), tr("From a configuration file, a curl command that works, or an .env file."));
    m_promise->setText(tr("Everything stays on this computer. No account, no telemetry."));
    m_chinese->setAccessibleName(u"中文"_s);
    m_english->setAccessibleName(u"English"_s);
    markLanguage();
}

void WelcomePage::markLanguage()
{
    const QString chosen = m_preferences.get(preferences::Language);
    const bool chinese = chosen == "zh_CN"_L1 || (chosen != "en"_L1 && QLocale().language() == QLocale::Chinese);
    m_chinese->setChecked(chinese);
    m_english->setChecked(!chinese);
}

void WelcomePage::choose(Card card)
{
    m_preferences.set(preferences::WelcomeSeen, true);
    switch (card) {
    case Demo: emit wished(Wish::make(Wish::What::SeeDemo)); return;
    case Add: emit wished(Wish::show(PageId::Models)); return;
    case Import: emit wished(Wish::make(Wish::What::Import)); return;
    case CardCount: return;
    }
}

} // namespace understudy
