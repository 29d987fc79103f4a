// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "lint_support.h"

namespace selfcheck::engine {
namespace {

TEST(LintSources, FindsASourceNoOneCites) {
    EXPECT_EQ(lint_after_bundle([](Json& b) {
                  b["sources"]["sources"].push_back({{"id", "spare"}, {"text", "A spare"}, {"status", "design"}});
              }),
              Messages{"sources.json /sources/2: nothing cites \"spare\"; cite it or take it out"});
}

TEST(LintSources, FindsARuleAndACardWithoutOne) {
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["pack"]["rules"][0]["sources"] = Json::array(); }),
              Messages{"pack.json /rules/0/sources: must not be empty"});
    EXPECT_EQ(lint_after_bundle([](Json& b) { b["pack"]["cards"][0].erase("sources"); }).front(),
              "pack.json /cards/0/sources: is missing");
}

TEST(LintSources, WantsTheYearOrEditionOfWhatWasRead) {
    const auto lint_of = [](const char* text, const char* status) {
        return lint_after_bundle([&](Json& b) {
            Json& source = b["sources"]["sources"][0];
            source["text"] = text;
            source["status"] = status;
            source.erase("edition");
        });
    };
    const Messages missing{
        "sources.json /sources/0: \"textbook\" says neither year nor edition; add \"edition\", "
        "\"undated\" if it has none"};
    EXPECT_EQ(lint_of("A textbook", "verified"), missing);
    EXPECT_EQ(lint_of("A textbook, doi 10.12019", "secondary"), missing);
    EXPECT_EQ(lint_of("A textbook, 2019", "verified"), Messages());
    EXPECT_EQ(lint_of("What professionals know", "recalled"), Messages());
}

}  // namespace
}  // namespace selfcheck::engine
