// SPDX-License-Identifier: MIT
#include "cli/commands.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/sample_pack.h"

namespace selfcheck::cli {
namespace {

using engine::Json;

struct Outcome {
    int status;
    std::string out;
    std::string errors;
};

class Commands : public ::testing::Test {
protected:
    void SetUp() override {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::path(::testing::TempDir()) / (std::string("selfcheck_") + test->name());
        std::filesystem::remove_all(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    /// The folder of a pack written from {"pack", "sources", "texts"}.
    std::string write_pack(const std::string& name, const Json& bundle) const {
        const auto folder = folder_ / name;
        std::filesystem::create_directories(folder);
        const auto write = [&](const std::string& file, const Json& json) {
            std::ofstream(folder / file) << engine::to_text(json);
        };
        write("pack.json", bundle["pack"]);
        write("sources.json", bundle["sources"]);
        for (const auto& [language, texts] : bundle["texts"].items()) write(language + ".json", texts);
        write("golden.json",
              {{"cases",
                {{{"name", "sweet"}, {"answers", {{"age", 40}, {"sugar_g", 99}}}, {"expect", Json::object()}}}}});
        return folder.string();
    }

    template <typename Command>
    static Outcome run(const std::string& input, Command&& command) {
        std::istringstream in(input);
        std::ostringstream out;
        std::ostringstream errors;
        const int status = command(Streams{in, out, errors});
        return {status, out.str(), errors.str()};
    }

    Outcome run_explain(const std::string& input, const std::string& language = "") const {
        const std::string pack = write_pack("pack", testing::sample_json());
        return run(input, [&](const Streams& streams) { return explain({pack, language, "-"}, streams); });
    }

    static Outcome run_diff(const std::string& before, const std::string& after) {
        return run("", [&](const Streams& streams) { return diff({before, after, 200, 1}, streams); });
    }

    std::filesystem::path folder_;
};

void expect_lines(const std::string& text, std::initializer_list<const char*> lines) {
    for (const char* line : lines) {
        EXPECT_NE(('\n' + text).find('\n' + std::string(line) + '\n'), std::string::npos) << line << "\nis not in\n"
                                                                                          << text;
    }
}

TEST_F(Commands, ExplainShowsWhatAFindingReadAndWhatDecided) {
    const Outcome result =
        run_explain(R"({"answers": {"age": 40, "smoker": "yes", "bleeding": "often", "signs": ["none"]}})", "en");
    EXPECT_EQ(result.status, kFine) << result.errors;
    expect_lines(result.out, {"Guidance  soon", "  soon       gum_score: Gums",
                              "    condition   %bleeding_points + %smoking_points >= 3",
                              "    read        bleeding_points = 2", "                  bleeding      = often",
                              "                smoking_points  = 2", "                  smoker        = yes",
                              "    because     smoker = yes; bleeding = often", "  routine    sugar  missing sugar_g",
                              "  lower  self_care  smoker = no             -gum_score", "  brushing: Brushing"});
}

TEST_F(Commands, ExplainShowsWhatAScoreMayStillBecome) {
    const Outcome result = run_explain(R"({"answers": {"age": 40, "smoker": "yes"}})");
    expect_lines(result.out, {"    value       2", "    range       2 to 4", "    settled by  bleeding"});
}

TEST_F(Commands, ExplainSaysWhatIsWrongWithTheInput) {
    const Outcome wrong = run_explain(R"({"answers": {"age": 400}})");
    EXPECT_EQ(wrong.status, kWrongInput);
    EXPECT_EQ(wrong.errors, "/answers/age: 400 is out of range; expected 0 to 120 a\n");
    EXPECT_EQ(run_explain("{}", "fr").status, kUsage);
}

TEST_F(Commands, DiffShowsOldAndNewAndWhoseGuidanceChanges) {
    Json changed = testing::sample_json();
    changed["pack"]["rules"][4]["level"] = "soon";
    changed["texts"]["de"]["rules"]["sugar"]["title"] = "Zu viel Zucker";
    const std::string before = write_pack("before", testing::sample_json());
    const Outcome result = run_diff(before, write_pack("after", changed));
    EXPECT_EQ(result.status, kFine) << result.errors;
    expect_lines(result.out,
                 {"rules: 0 added, 0 removed, 1 changed", "  ~ sugar", "      level", "        old  routine",
                  "        new  soon", "texts de: 0 added, 0 removed, 1 changed", "  ~ /rules/sugar/title",
                  "        new  Zu viel Zucker", "    {\"answers\":{\"age\":40,\"sugar_g\":99}}"});
    EXPECT_NE(result.out.find("\n  routine -> soon: "), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("\n    + sugar (soon): "), std::string::npos) << result.out;
}

TEST_F(Commands, DiffOfTheSamePackFindsNothing) {
    const std::string pack = write_pack("pack", testing::sample_json());
    const Outcome result = run_diff(pack, pack);
    EXPECT_EQ(result.status, kFine);
    expect_lines(result.out, {"No difference in what is written.",
                              "200 sampled sets of answers: 0 change guidance, 0 change findings only."});
}

TEST_F(Commands, DiffNamesTheFolderThatCannotBeRead) {
    const std::string pack = write_pack("pack", testing::sample_json());
    const Outcome result = run_diff(pack, "nowhere");
    EXPECT_EQ(result.status, kWrongInput);
    EXPECT_NE(result.errors.find("nowhere/pack.json: "), std::string::npos) << result.errors;
    EXPECT_EQ(result.out, "");
}

}  // namespace
}  // namespace selfcheck::cli
