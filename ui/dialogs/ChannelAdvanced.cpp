// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ChannelAdvanced.h"

#include "configuration/Rules.h"
#include "dialogs/FieldNoteLabel.h"
#include "dialogs/HeadersEdit.h"
#include "theme/Theme.h"
#include "widgets/Language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

/// Without user and password, which are secrets.
QString shownProxy(const QUrl &url) { return url.toString(QUrl::RemoveUserInfo); }

} // namespace

ChannelAdvanced::ChannelAdvanced(QWidget *parent)
    : QWidget(parent), m_fold(new QToolButton(this)), m_body(new QWidget(this)), m_descriptionTitle(new QLabel(m_body)), m_description(new QLineEdit(m_body)),
      m_descriptionNote(new FieldNoteLabel(m_description, m_body)), m_proxyTitle(new QLabel(m_body)), m_proxyKind(new QComboBox(m_body)), m_proxyUrl(new QLineEdit(m_body)),
      m_proxyNote(new FieldNoteLabel(m_proxyUrl, m_body)), m_headersTitle(new QLabel(m_body)), m_headers(new HeadersEdit(m_body)), m_parallelTitle(new QLabel(m_body)),
      m_parallel(new QSpinBox(m_body)), m_perMinuteTitle(new QLabel(m_body)), m_perMinute(new QSpinBox(m_body)), m_perMonthTitle(new QLabel(m_body)),
      m_perMonth(new QDoubleSpinBox(m_body)), m_noAutoTest(new QCheckBox(m_body))
{
    m_fold->setObjectName(u"channel.advanced"_s);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_description->setObjectName(u"channel.description"_s);
    m_proxyKind->setObjectName(u"channel.proxy"_s);
    m_proxyUrl->setObjectName(u"channel.proxyUrl"_s);
    m_parallel->setObjectName(u"channel.parallel"_s);
    m_perMinute->setObjectName(u"channel.requestsPerMinute"_s);
    m_perMonth->setObjectName(u"channel.tokensPerMonth"_s);
    m_noAutoTest->setObjectName(u"channel.noAutoTest"_s);
    m_proxyKind->addItems({{}, {}, {}});
    for (QSpinBox *box : {m_parallel, m_perMinute}) {
        box->setRange(0, int(ranges::Count.highest));
        box->setGroupSeparatorShown(true);
    }
    m_perMonth->setDecimals(0);
    m_perMonth->setRange(0, double(ranges::Tokens.highest));
    m_perMonth->setSingleStep(100'000);
    m_perMonth->setGroupSeparatorShown(true);

    const auto under = [](QLabel *title, QWidget *field, QWidget *note = nullptr) {
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(title);
        column->addWidget(field);
        if (note)
            column->addWidget(note);
        return column;
    };
    auto *proxy = new QWidget(m_body);
    auto *proxyRow = new QHBoxLayout(proxy);
    proxyRow->setContentsMargins({});
    proxyRow->addWidget(m_proxyKind);
    proxyRow->addWidget(m_proxyUrl, 1);
    auto *limits = new QHBoxLayout;
    limits->addLayout(under(m_parallelTitle, m_parallel), 1);
    limits->addLayout(under(m_perMinuteTitle, m_perMinute), 1);
    limits->addLayout(under(m_perMonthTitle, m_perMonth), 1);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(12);
    body->addLayout(under(m_descriptionTitle, m_description, m_descriptionNote));
    body->addLayout(under(m_proxyTitle, proxy, m_proxyNote));
    body->addLayout(under(m_headersTitle, m_headers));
    body->addLayout(limits);
    body->addWidget(m_noAutoTest);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_body);
    m_descriptionTitle->setBuddy(m_description);
    m_proxyTitle->setBuddy(m_proxyKind);
    m_parallelTitle->setBuddy(m_parallel);
    m_perMinuteTitle->setBuddy(m_perMinute);
    m_perMonthTitle->setBuddy(m_perMonth);

    connect(m_fold, &QToolButton::clicked, this, [this] { setOpen(m_body->isHidden()); });
    connect(m_description, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_descriptionNote->setNote(words::descriptionNote(text));
        emit edited();
    });
    connect(m_proxyKind, &QComboBox::currentIndexChanged, this, [this] {
        showProxy();
        emit edited();
    });
    connect(m_proxyUrl, &QLineEdit::textChanged, this, [this] {
        m_proxyNote->setNote({});
        emit edited();
    });
    connect(m_headers, &HeadersEdit::edited, this, &ChannelAdvanced::edited);
    for (QSpinBox *box : {m_parallel, m_perMinute})
        connect(box, &QSpinBox::valueChanged, this, &ChannelAdvanced::edited);
    connect(m_perMonth, &QDoubleSpinBox::valueChanged, this, &ChannelAdvanced::edited);
    connect(m_noAutoTest, &QCheckBox::toggled, this, &ChannelAdvanced::edited);
    showProxy();
    setOpen(false);
    followLanguage(this, [this] { retranslate(); });
}

void ChannelAdvanced::setOpen(bool open)
{
    m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_fold->setAccessibleDescription(open ? tr("unfolded") : tr("folded"));
    m_body->setVisible(open);
}

void ChannelAdvanced::setChannel(const Channel &channel)
{
    m_stored = channel.proxy;
    m_description->setText(channel.description);
    m_proxyKind->setCurrentIndex(int(channel.proxy.kind));
    m_proxyUrl->setText(shownProxy(channel.proxy.url));
    m_headers->setHeaders(channel.headers);
    m_parallel->setValue(channel.limits.parallel);
    m_perMinute->setValue(channel.limits.requestsPerMinute);
    m_perMonth->setValue(double(channel.limits.tokensPerMonth));
    m_noAutoTest->setChecked(!channel.autoTest);
    showProxy();
    setOpen(!channel.description.isEmpty() || channel.proxy.kind != ProxyChoice::Kind::System || !channel.headers.isEmpty() || !(channel.limits == ChannelLimits())
            || !channel.autoTest);
}

ProxyChoice ChannelAdvanced::proxy() const
{
    ProxyChoice choice;
    choice.kind = ProxyChoice::Kind(m_proxyKind->currentIndex());
    if (choice.kind == ProxyChoice::Kind::Url) {
        const QString text = m_proxyUrl->text().trimmed();
        // The stored user and password stay with their proxy.
        choice.url = text == shownProxy(m_stored.url) ? m_stored.url : QUrl(text, QUrl::StrictMode);
    }
    return choice;
}

void ChannelAdvanced::apply(Channel &channel) const
{
    channel.description = m_description->text();
    channel.proxy = proxy();
    channel.headers = m_headers->headers();
    channel.limits = {m_parallel->value(), m_perMinute->value(), qint64(m_perMonth->value())};
    channel.autoTest = !m_noAutoTest->isChecked();
}

bool ChannelAdvanced::check()
{
    m_proxyNote->setNote(words::proxyNote(proxy()));
    QWidget *wrong = m_descriptionNote->note().blocks() ? static_cast<QWidget *>(m_description) : m_proxyNote->note().blocks() ? m_proxyUrl : nullptr;
    if (!m_headers->check() && !wrong)
        wrong = m_headers;
    if (!wrong)
        return true;
    setOpen(true);
    wrong->setFocus();
    return false;
}

void ChannelAdvanced::showProxy() { m_proxyUrl->setVisible(m_proxyKind->currentIndex() == int(ProxyChoice::Kind::Url)); }

void ChannelAdvanced::retranslate()
{
    const auto title = [](QLabel *label, QWidget *field, const QString &text) {
        label->setText(text);
        field->setAccessibleName(text);
    };
    m_fold->setText(tr("Advanced"));
    m_fold->setAccessibleDescription(m_body->isHidden() ? tr("folded") : tr("unfolded"));
    title(m_descriptionTitle, m_description, tr("Description"));
    title(m_proxyTitle, m_proxyKind, tr("Proxy"));
    m_proxyKind->setItemText(0, tr("System's"));
    m_proxyKind->setItemText(1, tr("None"));
    m_proxyKind->setItemText(2, tr("Address"));
    m_proxyUrl->setAccessibleName(tr("Address of the proxy"));
    m_proxyUrl->setPlaceholderText(u"http://proxy.example.com:3128"_s);
    m_headersTitle->setText(tr("Extra headers (values are kept encrypted)"));
    title(m_parallelTitle, m_parallel, tr("Calls at once"));
    title(m_perMinuteTitle, m_perMinute, tr("Requests a minute"));
    title(m_perMonthTitle, m_perMonth, tr("Tokens a month"));
    for (QSpinBox *box : {m_parallel, m_perMinute})
        box->setSpecialValueText(tr("No limit"));
    m_perMonth->setSpecialValueText(tr("No limit"));
    m_noAutoTest->setText(tr("Do not test automatically"));
    m_noAutoTest->setToolTip(tr("“Test All” leaves this channel out"));
}

} // namespace understudy
