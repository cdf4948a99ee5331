// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace understudy {

/// Fusion with calmer shapes: flat rounded buttons and fields, underlined tabs, quiet table headers, a visible focus ring. All
/// colours come from the palette, so disabled, dark and high-contrast palettes keep working.
///
/// Widgets ask for variants by setVariant; everything else is told by the widget itself: a default QPushButton is the primary one.
class Style final : public QProxyStyle {
    Q_OBJECT

public:
    enum class Variant {
        Plain,
        Link,  ///< a button that looks like a link
        Quiet, ///< a button without a frame until the pointer is on it
        Card,  ///< a QFrame (StyledPanel) on a Surface with a hairline around it
    };
    /// Before the widget is shown.
    static void setVariant(QWidget *widget, Variant variant);
    static Variant variantOf(const QWidget *widget);

    Style();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;

private:
    void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawTab(const QStyleOption *option, QPainter *painter) const;
    void drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawCheck(const QStyleOption *option, QPainter *painter, bool round) const;
};

} // namespace understudy
