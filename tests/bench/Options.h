// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>

namespace understudy::bench {

// Reads "--name value" pairs and "--flag"s in turn; throws std::runtime_error for what is wrong.
class Options final {
public:
    Options(int count, char **values)
        : m_next(values + 1)
        , m_end(values + count)
    {
    }

    bool done() const { return m_next == m_end; }
    std::string_view name() { return m_name = *m_next++; }
    std::string_view text()
    {
        if (done())
            throw std::runtime_error(std::string(m_name) + " wants a value");
        return *m_next++;
    }
    template <typename Number> Number number()
    {
        const std::string_view value = text();
        Number result {};
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
        if (error != std::errc() || end != value.data() + value.size())
            throw std::runtime_error(std::string(m_name) + ": no number: " + std::string(value));
        return result;
    }
    [[noreturn]] void unknown() const { throw std::runtime_error("unknown option " + std::string(m_name)); }

private:
    char **m_next;
    char **m_end;
    std::string_view m_name;
};

} // namespace understudy::bench
