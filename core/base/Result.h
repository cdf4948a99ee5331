// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace understudy {

/// What kind of failure an Error is; decides exit codes and HTTP statuses, never the words.
enum class ErrorKind {
    Invalid,     ///< the input breaks a rule; `where` says which member
    NotFound,    ///< the named thing does not exist
    Conflict,    ///< it exists already, or somebody else changed or owns it
    Denied,      ///< a password, key or permission is missing or wrong
    Unavailable, ///< a disk, database, keychain or network cannot be used now; trying later may help
    Internal,    ///< our own bug, worth a report
};

/// A failure as a value: what happened, why, and what to do, in one or more sentences for a person.
/// Never holds a secret.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString text;
    QString where; ///< path of the member that is wrong ("keys[0].policy.retries"), a file name, or empty

    bool operator==(const Error &) const = default;

    /// "where: text", or the text alone.
    QString toString() const { return where.isEmpty() ? text : where + QStringLiteral(": ") + text; }
};

/// Either a value or an Error. Reading the wrong side is a bug of ours and aborts (std::get throws).
template<typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template<>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    const Error &error() const { return m_error.value(); }

private:
    std::optional<Error> m_error;
};

} // namespace understudy
