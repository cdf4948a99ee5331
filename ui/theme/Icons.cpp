// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/Icons.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

// In a static library nothing refers to the resources by itself.
static void takeIn() { Q_INIT_RESOURCE(icons); }

namespace understudy::icons {

using namespace Qt::StringLiterals;

namespace {

QString path(const QString &name)
{
    static const bool taken = [] {
        takeIn();
        return true;
    }();
    return taken ? u":/understudy/icons/"_s + name + u".svg"_s : QString();
}

/// The drawing with every "currentColor" in that colour. Needs only Qt's SVG image plugin.
QImage draw(const QString &name, const QColor &color, const QSize &pixels)
{
    QFile file(path(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QBuffer buffer(&svg);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "svg");
    reader.setScaledSize(pixels);
    return reader.read();
}

class Engine final : public QIconEngine {
public:
    Engine(QString name, std::optional<Tone> tone) : m_name(std::move(name)), m_tone(tone) {}

    QIconEngine *clone() const override { return new Engine(m_name, m_tone); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap drawn = pixmap(rect.size() * ratio, mode, state);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor color = colorFor(mode);
        const QString key = u"understudy/%1/%2/%3x%4"_s.arg(m_name, color.name()).arg(size.width()).arg(size.height());
        QPixmap found;
        if (!QPixmapCache::find(key, &found)) {
            found = QPixmap::fromImage(draw(m_name, color, size));
            QPixmapCache::insert(key, found);
        }
        return found;
    }

    bool isNull() override { return !QFile::exists(path(m_name)); }
    QString key() const override { return u"understudy-svg"_s; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_tone ? Theme::color(*m_tone) : palette.color(QPalette::ButtonText);
    }
    QString m_name;
    std::optional<Tone> m_tone;
};

} // namespace

QIcon icon(const QString &name, std::optional<Tone> tone) { return QIcon(new Engine(name, tone)); }

QIcon program() { return QIcon(path(u"understudy"_s)); }

} // namespace understudy::icons
