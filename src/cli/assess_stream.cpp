// SPDX-License-Identifier: MIT
#include "cli/assess_stream.h"

#include <array>
#include <istream>
#include <ostream>
#include <string>

#include "engine/assess.h"
#include "engine/result_json.h"

namespace selfcheck::cli {
namespace {

using engine::Problem;
using engine::Result;

/// Reads one line of at most `limit` bytes. A longer line is read to its end, but only its beginning
/// (more than the limit, so that the parser refuses it) is kept: memory stays constant.
bool read_line(std::istream& in, std::string& line, std::size_t limit) {
    line.clear();
    std::array<char, 1 << 16> part;
    for (;;) {
        in.getline(part.data(), part.size());
        const bool is_whole = !in.fail();  // it fails at the end of the part, and where nothing is left
        if (!is_whole && in.gcount() == 0) return !line.empty();
        const std::size_t ending = is_whole && !in.eof() ? 1 : 0;
        if (line.size() <= limit) line.append(part.data(), static_cast<std::size_t>(in.gcount()) - ending);
        if (is_whole) break;
        in.clear();
    }
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return true;
}

/// Everything that is left, up to one byte more than the limit.
void read_rest(std::istream& in, std::string& text, std::size_t limit) {
    std::streambuf& buffer = *in.rdbuf();
    for (int c = buffer.sbumpc(); c != EOF && text.size() <= limit; c = buffer.sbumpc()) {
        text += static_cast<char>(c);
    }
}

bool is_blank(const std::string& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

}  // namespace

bool assess_stream(const engine::Bundle& bundle, std::string_view language, engine::Voice voice, std::istream& in,
                   std::ostream& out, std::ostream& errors) {
    engine::Assessor assessor(bundle.pack);
    const auto assess = [&](const std::string& text, std::size_t line_number) {
        const Result<std::string> result = engine::assess_text(bundle, assessor, text, language, voice);
        if (result.ok()) {
            out << result.value() << '\n';
            return true;
        }
        for (const Problem& problem : result.problems()) {
            if (line_number != 0) errors << "line " << line_number << ": ";
            errors << problem.to_string() << '\n';
        }
        if (line_number != 0) out << engine::to_text(engine::to_json(result.problems())) << '\n';
        return false;
    };

    std::string first;
    while (is_blank(first)) {
        if (!read_line(in, first, engine::kMaxJsonBytes)) break;
    }
    const bool lines = in.rdbuf()->sgetc() != EOF && engine::parse_json(first).ok();
    if (!lines) {
        if (first.size() <= engine::kMaxJsonBytes) {
            first += '\n';
            read_rest(in, first, engine::kMaxJsonBytes);
        }
        return assess(first, 0);
    }

    bool all_right = assess(first, 1);
    std::string line;
    for (std::size_t number = 2; read_line(in, line, engine::kMaxJsonBytes); ++number) {
        if (!is_blank(line)) all_right = assess(line, number) && all_right;
    }
    return all_right;
}

}  // namespace selfcheck::cli
