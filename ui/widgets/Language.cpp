// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/Language.h"

#include <QEvent>

namespace understudy {

namespace {

class Sayer final : public QObject {
public:
    Sayer(QWidget *widget, std::function<void()> say) : QObject(widget), m_say(std::move(say)) { widget->installEventFilter(this); }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            m_say();
        return false;
    }
    std::function<void()> m_say;
};

} // namespace

void followLanguage(QWidget *widget, std::function<void()> say)
{
    say();
    new Sayer(widget, std::move(say));
}

} // namespace understudy
