// SPDX-License-Identifier: MIT
#include "cli/assess_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "support/sample_pack.h"

namespace selfcheck::cli {
namespace {

struct Outcome {
    bool fine;
    std::string out;
    std::string errors;
};

Outcome run(const std::string& input) {
    static const engine::Bundle bundle = testing::sample_bundle();
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream errors;
    const bool fine = assess_stream(bundle, "", engine::Voice::self, in, out, errors);
    return {fine, out.str(), errors.str()};
}

long lines(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

TEST(AssessStream, ReadsOneTextOverSeveralLines) {
    const Outcome result = run("{\n  \"answers\": {\n    \"age\": 40\n  }\n}\n");
    EXPECT_TRUE(result.fine) << result.errors;
    EXPECT_EQ(lines(result.out), 1);
}

TEST(AssessStream, ReadsOneAnswerSetALine) {
    const Outcome result = run("{\"answers\": {\"age\": 40}}\n\n{\"answers\": {\"age\": 41}}");
    EXPECT_TRUE(result.fine) << result.errors;
    EXPECT_EQ(lines(result.out), 2);
}

TEST(AssessStream, AFaultyLineStopsNothingAndKeepsItsPlace) {
    const Outcome result =
        run("{\"answers\": {\"age\": 40}}\n{\"answers\": {\"age\": 400}}\nnonsense\n{\"answers\": {\"age\": 41}}\n");
    EXPECT_FALSE(result.fine);
    EXPECT_EQ(lines(result.out), 4);
    EXPECT_NE(result.errors.find("line 2: /answers/age: 400 is out of range"), std::string::npos) << result.errors;
    EXPECT_NE(result.errors.find("line 3: line 1, column 2"), std::string::npos) << result.errors;
}

TEST(AssessStream, SaysThatTheInputIsEmpty) {
    for (const char* input : {"", "\n\n", "   "}) EXPECT_FALSE(run(input).fine);
    EXPECT_FALSE(run("").errors.empty());
}

TEST(AssessStream, RefusesALineThatIsTooLongWithoutHoldingIt) {
    const std::string long_line(engine::kMaxJsonBytes + 10, 'x');
    const Outcome result = run("{\"answers\": {\"age\": 40}}\n" + long_line + "\n{\"answers\": {\"age\": 41}}\n");
    EXPECT_FALSE(result.fine);
    EXPECT_EQ(lines(result.out), 3);
    EXPECT_NE(result.errors.find("line 2: longer than 4 MiB"), std::string::npos) << result.errors;
}

}  // namespace
}  // namespace selfcheck::cli
