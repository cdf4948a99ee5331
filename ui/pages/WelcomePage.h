// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Page.h"

#include <array>

class QLabel;
class QPushButton;

namespace understudy {

class Preferences;
class WelcomeCard;

/// What a person sees at the first start (S0): three ways to begin, each one key away. Changes nothing by itself.
class WelcomePage final : public Page {
    Q_OBJECT

public:
    explicit WelcomePage(Preferences &preferences, QWidget *parent = nullptr);

    QString title() const override;

private:
    enum Card { Demo, Add, Import, CardCount };

    void showEvent(QShowEvent *event) override;
    void retranslate();
    void choose(Card card);
    void markLanguage();

    Preferences &m_preferences;
    QLabel *m_mark;
    QLabel *m_heading;
    QLabel *m_sentence;
    std::array<WelcomeCard *, CardCount> m_cards;
    QPushButton *m_chinese;
    QPushButton *m_english;
    QLabel *m_promise;
};

} // namespace understudy
