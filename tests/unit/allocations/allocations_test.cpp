// SPDX-License-Identifier: MIT
//
// Assessing takes no memory once the Assessor has seen as large a set of answers. A program of its own, because it
// counts for the whole process.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "cli/pack_folder.h"
#include "engine/assess.h"
#include "engine/sample.h"

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size) {
    if (void* memory = operator new(size, std::nothrow)) return memory;
    std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }

namespace selfcheck::engine {
namespace {

TEST(Assess, AllocatesNothingOnceWarm) {
    const Result<Bundle> bundle = cli::read_bundle(SELFCHECK_CONTENT "/bone-muscle");
    ASSERT_TRUE(bundle.ok());
    const Pack& pack = bundle.value().pack;
    Sampler sampler(pack, 7);
    Assessor assessor(pack);
    std::vector<Answers> sets;
    while (sets.size() < 500) {
        Answers answers = sampler.next();
        // Whoever the pack is not for has no plan, and its memory goes.
        if (assessor.assess(answers).guidance != Level::not_applicable) sets.push_back(std::move(answers));
    }
    for (const Answers& answers : sets) (void)assessor.assess(answers);
    const std::size_t before = allocations;
    std::size_t findings = 0;
    for (const Answers& answers : sets) findings += assessor.assess(answers).findings.size();
    EXPECT_EQ(allocations - before, 0U);
    EXPECT_GT(findings, sets.size()) << "the sets are too tame to show anything";
}

}  // namespace
}  // namespace selfcheck::engine
