// SPDX-License-Identifier: MIT
//
// value.h: what an expression yields (a FHIRPath collection) and the answers behind it (its trace).
//
// A Value owns nothing: up to one item is held inside, several are looked at where they lie (an
// answer's own array, or a Workspace). Copying it copies no items.
//
//   const Value age = Item::integer(68);           // a collection of one
//   const Value none;                              // {}, no answer
//   const Value drugs = Value::of(codes);          // looks at `codes`, a span of items that must
//   outlive it
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/decimal.h"
#include "engine/fhirpath/source_set.h"
#include "engine/fhirpath/symbols.h"

namespace selfcheck::engine::fhirpath {

enum class Type : std::uint8_t {
    empty,    // only {} has no other type
    boolean,  //
    integer,  // 32 bits, as in FHIRPath
    decimal,  //
    code,     // a string of the pack: a choice's code or a literal
};

constexpr bool is_number(Type type) noexcept { return type == Type::integer || type == Type::decimal; }

/// One member of a collection: a tagged number, 16 bytes.
class Item {
public:
    constexpr Item() noexcept = default;
    static constexpr Item boolean(bool value) noexcept { return Item(Type::boolean, value ? 1 : 0); }
    static constexpr Item integer(std::int32_t value) noexcept {
        return Item(Type::integer, Decimal::from_integer(value).steps());
    }
    static constexpr Item decimal(Decimal value) noexcept { return Item(Type::decimal, value.steps()); }
    static constexpr Item code(SymbolId id) noexcept { return Item(Type::code, static_cast<std::int64_t>(id)); }
    /// The string that toString() gives for a number; a code that needs no entry in the symbol
    /// table.
    static constexpr Item number_text(Decimal value) noexcept {
        Item item(Type::code, value.steps());
        item.is_number_text_ = true;
        return item;
    }

    constexpr Type type() const noexcept { return type_; }
    /// Requires the type named; as_number takes integers and decimals.
    constexpr bool as_boolean() const noexcept { return payload_ != 0; }
    constexpr Decimal as_number() const noexcept { return Decimal::from_steps(payload_); }
    constexpr SymbolId as_code() const noexcept { return static_cast<SymbolId>(payload_); }
    constexpr bool is_number_text() const noexcept { return is_number_text_; }

    /// Same type and same value; 1 and 1.0 are different items, though `=` in the language.
    friend constexpr bool operator==(const Item&, const Item&) noexcept = default;

private:
    constexpr Item(Type type, std::int64_t payload) noexcept : payload_(payload), type_(type) {}

    std::int64_t payload_ = 0;
    Type type_ = Type::empty;
    bool is_number_text_ = false;
};

/// A collection: {} (the default), one item, or several.
class Value {
public:
    constexpr Value() noexcept = default;
    constexpr Value(Item item) noexcept : one_(item), size_(1) {}  // NOLINT: an item is a collection of one
    /// Looks at `items`; they must stay where they are while the value is used.
    static constexpr Value of(std::span<const Item> items) noexcept {
        Value value;
        value.size_ = items.size();
        if (items.size() == 1) value.one_ = items.front();
        if (items.size() > 1) value.many_ = items.data();
        return value;
    }

    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    constexpr std::span<const Item> items() const noexcept { return {size_ > 1 ? many_ : &one_, size_}; }
    /// Requires !empty().
    constexpr const Item& front() const noexcept { return size_ > 1 ? *many_ : one_; }

    constexpr bool is_true() const noexcept { return *this == Value(Item::boolean(true)); }
    constexpr bool is_false() const noexcept { return *this == Value(Item::boolean(false)); }
    /// The number, if it is exactly one.
    constexpr std::optional<Decimal> number() const noexcept {
        if (size_ != 1 || !is_number(one_.type())) return std::nullopt;
        return one_.as_number();
    }

    /// The same items in the same order.
    friend constexpr bool operator==(const Value& a, const Value& b) noexcept {
        if (a.size_ != b.size_) return false;
        for (std::size_t i = 0; i < a.size_; ++i) {
            if (a.items()[i] != b.items()[i]) return false;
        }
        return true;
    }

private:
    Item one_;
    const Item* many_ = nullptr;
    std::size_t size_ = 0;
};

/// A value with its reasons. Sources are questions.
///
///   answered question   value: the answer   used: {itself}   missing: what could make it one not asked
///   asked, no answer    value: {}           used: {}         missing: {itself}
///   not asked           value: {}           both as the skip condition left them
///   derived             whatever evaluate() gave
struct Traced {
    Value value;
    SourceSet used;     // answered questions that decided the value
    SourceSet missing;  // unanswered questions whose answer could change it

    bool is_true() const noexcept { return value.is_true(); }
    /// No answer that is still missing can change the value.
    bool is_solid() const noexcept { return missing.empty(); }
    /// For a rule: it has not fired, but the missing answers may make it. possible() says whether
    /// they really can.
    bool is_undetermined() const noexcept { return !is_true() && !is_solid(); }
};

}  // namespace selfcheck::engine::fhirpath
