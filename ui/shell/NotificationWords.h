// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Configuration.h"
#include "shell/NotificationPlan.h"
#include "widgets/Wish.h"

namespace understudy {

/// A notice in the program's language, and what a click on it opens.
struct NoticeText {
    QString title;
    QString text; ///< why · what to do
    Wish wish;
    bool operator==(const NoticeText &) const = default;
};

NoticeText noticeText(const Notice &notice, const Configuration &configuration);

} // namespace understudy
