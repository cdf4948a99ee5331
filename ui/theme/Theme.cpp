// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/Theme.h"

#include "theme/QtCompat.h"
#include "theme/Style.h"

#include <QApplication>
#include <QFontDatabase>

namespace understudy {

using namespace Qt::StringLiterals;

namespace {

struct Shades {
    const char *window, *base, *alternate, *text, *muted, *placeholder, *button, *hairline, *strongLine, *hover, *accent, *accentText, *link, *good, *caution, *bad,
        *light, *midlight, *dark, *shadow, *tip, *tipText, *disabled, *prompt, *completion, *reasoning, *cached, *lost;
};

constexpr Shades lightShades{
    "#f5f6f8", "#ffffff", "#f8f9fb", "#1a1f29", "#5b6473", "#616a78", "#ffffff", "#dfe3e9", "#aab2bf", "#eceff4", "#2b5bd7", "#ffffff", "#2350c0", "#17713d", "#8a5200",
    "#b3261e", "#ffffff", "#f0f2f5", "#9aa3b0", "#707a88", "#1a1f29", "#ffffff", "#8d95a2", "#2b5bd7", "#12889c", "#7a4fc9", "#9aa8c0", "#c2571a"};

constexpr Shades darkShades{
    "#15181e", "#1b1f27", "#1f242d", "#e8eaee", "#a3acba", "#8b95a5", "#262c37", "#313846", "#596477", "#2a303c", "#6d9bff", "#0d1528", "#8db2ff", "#57cc8b", "#eab352",
    "#ff8a80", "#39414f", "#323a47", "#0f1217", "#07090c", "#2b323e", "#f0f2f5", "#6f7988", "#6d9bff", "#45c0d3", "#b394f0", "#71809a", "#f0935a"};

const Shades &shades(bool dark) { return dark ? darkShades : lightShades; }

QColor shade(const char *text) { return QColor(QString::fromLatin1(text)); }

} // namespace

Theme::Theme(const QString &choice, QObject *parent) : QObject(parent)
{
    QApplication::setStyle(new Style);
    compat::onSystemSchemeChanged(this, [this] {
        if (m_choice == "system"_L1)
            apply();
    });
    choose(choice);
}

void Theme::choose(const QString &choice)
{
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    m_dark = m_choice == "dark"_L1 || (m_choice != "light"_L1 && compat::systemIsDark());
    QApplication::setPalette(palette(m_dark));
    emit changed();
}

bool Theme::darkNow() { return QApplication::palette().color(QPalette::Window).lightness() < 128; }

QPalette Theme::palette(bool dark)
{
    const Shades &s = shades(dark);
    QPalette p;
    const auto all = [&p](QPalette::ColorRole role, const char *color) { p.setColor(role, shade(color)); };
    all(QPalette::Window, s.window);
    all(QPalette::WindowText, s.text);
    all(QPalette::Base, s.base);
    all(QPalette::AlternateBase, s.alternate);
    all(QPalette::Text, s.text);
    all(QPalette::PlaceholderText, s.placeholder);
    all(QPalette::Button, s.button);
    all(QPalette::ButtonText, s.text);
    all(QPalette::BrightText, s.bad);
    all(QPalette::Light, s.light);
    all(QPalette::Midlight, s.midlight);
    all(QPalette::Mid, s.hairline);
    all(QPalette::Dark, s.dark);
    all(QPalette::Shadow, s.shadow);
    all(QPalette::Highlight, s.accent);
    all(QPalette::HighlightedText, s.accentText);
    all(QPalette::Link, s.link);
    all(QPalette::LinkVisited, s.link);
    all(QPalette::ToolTipBase, s.tip);
    all(QPalette::ToolTipText, s.tipText);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, shade(s.disabled));
    p.setColor(QPalette::Disabled, QPalette::Highlight, shade(s.strongLine));
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, shade(s.base));
    p.setColor(QPalette::Disabled, QPalette::Base, shade(s.window));
    return p;
}

QColor Theme::color(Tone tone)
{
    const Shades &s = shades(darkNow());
    switch (tone) {
    case Tone::Good: return shade(s.good);
    case Tone::Caution: return shade(s.caution);
    case Tone::Bad: return shade(s.bad);
    case Tone::Muted: return shade(s.muted);
    case Tone::Accent: return shade(s.accent);
    case Tone::AccentText: return shade(s.accentText);
    case Tone::Hairline: return shade(s.hairline);
    case Tone::Surface: return shade(s.base);
    case Tone::Hover: return shade(s.hover);
    case Tone::ChartPrompt: return shade(s.prompt);
    case Tone::ChartCompletion: return shade(s.completion);
    case Tone::ChartReasoning: return shade(s.reasoning);
    case Tone::ChartCached: return shade(s.cached);
    case Tone::ChartLost: return shade(s.lost);
    }
    return {};
}

QFont Theme::monospace()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

QFont Theme::heading()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::strong()
{
    QFont font = QApplication::font();
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::small()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

bool Theme::animates()
{
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0 && qgetenv("QT_QPA_PLATFORM") != "offscreen";
}

} // namespace understudy
