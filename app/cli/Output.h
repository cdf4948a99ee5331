// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonValue>
#include <QList>
#include <QStringList>

namespace understudy::cli {

/// Standard output and standard error of a command. Results go out, everything else (notes, warnings, questions) goes to
/// standard error, so that a pipe sees only results. Each line is flushed. A result that could not be written is remembered:
/// a command whose output is lost has not done its work.
class Output {
public:
    explicit Output(bool json) : m_json(json) {}
    bool isJson() const { return m_json; }

    void line(const QString &text) const; ///< a result
    void raw(const QByteArray &bytes) const;
    /// A result as one line of JSON.
    void json(const QJsonValue &value) const;
    /// tableLines(). No rows: `whenEmpty`.
    void table(const QStringList &headline, const QList<QStringList> &rows, const QString &whenEmpty) const;

    void note(const QString &text) const; ///< for a person; left out with --json
    void noteAlways(const QString &text) const;
    void warning(const QString &text) const;
    void error(const Error &error) const; ///< with --json: {"error":{kind, text, where}}

    /// Why a result did not reach standard output; empty while all did.
    const QString &lost() const { return m_lost; }

private:
    void result(const QByteArray &bytes) const;

    bool m_json;
    mutable QString m_lost;
};

/// Rows with a headline, columns aligned; the last one is not padded.
QStringList tableLines(const QStringList &headline, const QList<QStringList> &rows);

/// Columns that a terminal needs: Chinese characters are two wide.
qsizetype displayWidth(QStringView text);

} // namespace understudy::cli
