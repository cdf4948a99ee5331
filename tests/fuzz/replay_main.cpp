// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: every seed of a directory as it is, then 20000 mutations of them, the same in every
// run. `replay DIRECTORY [MUTATIONS] [SEED]`. A finding prints the input in hexadecimal.
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;
using Random = std::mt19937;

constexpr std::size_t LongestInput = 1 << 16;
const Bytes *current = nullptr;

void printCurrent(int signal)
{
    std::fprintf(stderr, "signal %d on an input of %zu bytes:\n", signal, current ? current->size() : 0);
    for (const std::uint8_t byte : current ? *current : Bytes())
        std::fprintf(stderr, "%02x", byte);
    std::fprintf(stderr, "\n");
    std::_Exit(1);
}

void run(const Bytes &input)
{
    current = &input;
    // An allocation of exactly the size: a sanitizer sees the first byte read beyond it.
    const std::unique_ptr<std::uint8_t[]> exact(new std::uint8_t[input.size()]);
    std::copy(input.begin(), input.end(), exact.get());
    LLVMFuzzerTestOneInput(exact.get(), input.size());
    current = nullptr;
}

std::vector<Bytes> seeds(const char *directory)
{
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(directory)) {
        if (entry.is_regular_file())
            paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end()); // the same order on every machine
    std::vector<Bytes> all;
    for (const auto &path : paths) {
        std::ifstream file(path, std::ios::binary);
        all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return all;
}

std::size_t below(Random &random, std::size_t limit) { return limit == 0 ? 0 : random() % limit; }

void mutateOnce(Bytes &input, const std::vector<Bytes> &all, Random &random)
{
    static constexpr std::uint8_t telling[] = {0, 9, 10, 13, 32, '"', '\\', '{', '}', '[', ']', ':', ',', '0', '-', 'e', 0x7f, 0x80, 0xe4, 0xff};
    const std::size_t at = below(random, input.size() + 1);
    const std::size_t length = std::min(below(random, 16) + 1, input.size() - at);
    switch (random() % 8) {
    case 0:
        if (at < input.size())
            input[at] ^= std::uint8_t(1u << random() % 8);
        break;
    case 1:
        if (at < input.size())
            input[at] = std::uint8_t(random());
        break;
    case 2:
        if (at < input.size())
            input[at] = telling[below(random, sizeof telling)];
        break;
    case 3: input.insert(input.begin() + std::ptrdiff_t(at), telling[below(random, sizeof telling)]); break;
    case 4: input.erase(input.begin() + std::ptrdiff_t(at), input.begin() + std::ptrdiff_t(at + length)); break;
    case 5: {
        const Bytes copy(input.begin() + std::ptrdiff_t(at), input.begin() + std::ptrdiff_t(at + length));
        input.insert(input.begin() + std::ptrdiff_t(below(random, input.size() + 1)), copy.begin(), copy.end());
        break;
    }
    case 6: input.resize(at); break;
    default: {
        const Bytes &other = all[below(random, all.size())];
        const std::size_t from = below(random, other.size() + 1);
        input.resize(at);
        input.insert(input.end(), other.begin() + std::ptrdiff_t(from), other.end());
    }
    }
    if (input.size() > LongestInput)
        input.resize(LongestInput);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: %s DIRECTORY [MUTATIONS] [SEED]\n", argv[0]);
        return 2;
    }
    std::signal(SIGABRT, printCurrent);
    const long mutations = argc > 2 ? std::strtol(argv[2], nullptr, 10) : 20000;
    Random random(argc > 3 ? std::uint32_t(std::strtoul(argv[3], nullptr, 10)) : 20260101u);

    const std::vector<Bytes> all = seeds(argv[1]);
    if (all.empty()) {
        std::fprintf(stderr, "no seeds in %s\n", argv[1]);
        return 1;
    }
    run({});
    for (const Bytes &seed : all)
        run(seed);
    for (long i = 0; i < mutations; ++i) {
        Bytes input = all[below(random, all.size())];
        for (std::size_t count = 1 + below(random, 5); count > 0; --count)
            mutateOnce(input, all, random);
        run(input);
    }
    std::printf("%zu seeds and %ld mutations passed\n", all.size(), mutations);
    return 0;
}
