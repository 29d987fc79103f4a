// SPDX-License-Identifier: MIT
#include "ui/text/line_fitter.h"

#include <algorithm>
#include <tuple>

#include "ui/text/code_points.h"
#include "ui/text/line_breaks.h"
#include "ui/text/utf8.h"

namespace selfcheck::ui::text {
namespace {

constexpr double kTolerance = 1.0 / 64;  // px: a text fits the width measured from itself
constexpr float kFullWidth = 0.75F;      // em: a mark at least this wide has a blank right half
constexpr float kMostHang = 0.5F;        // em

// The smallest piece that is never torn: a character with all that extends it.
struct Cluster {
    std::size_t begin = 0;
    std::size_t end = 0;
    float width = 0;
    Break before = Break::none;
    bool blank = false;  // has no width at the end of a line
    bool hangs = false;
    bool counts = false;  // as a character of a last line
    bool ideograph = false;
    bool inside_word = false;  // as far as a dictionary has been asked
};
using Clusters = std::vector<Cluster>;

Clusters measure(std::string_view utf8, Advance advance, const FitOptions& options) {
    const std::vector<Break> breaks = line_breaks(utf8, options.lang);
    Clusters clusters;
    char32_t previous = 0;
    bool half_flag = false;  // after the first of two regional indicators, which make one flag
    for (std::size_t i = 0; i < utf8.size();) {
        const auto [c, length] = decode(utf8, i);
        const bool regional = is_between(c, 0x1F1E6, 0x1F1FF);
        const bool extends = extends_cluster(c) || previous == 0x200D || (half_flag && regional);
        half_flag = regional && !half_flag;
        const float width = is_zero_width(c) ? 0 : advance(c);
        if (extends && breaks[i] == Break::none && !clusters.empty() && !clusters.back().blank) {
            clusters.back().end = i + length;
            clusters.back().width += width;
        } else {
            const bool blank = is_blank(c) || is_line_feed(c) || c == 0x200B;
            clusters.push_back({.begin = i,
                                .end = i + length,
                                .width = width,
                                .before = breaks[i],
                                .blank = blank,
                                .hangs = options.em > 0 && is_hanging_mark(c) && width >= kFullWidth * options.em,
                                .counts = !blank && !is_zero_width(c) && !is_punctuation(c),
                                .ideograph = is_ideograph(c),
                                .inside_word = i < options.inside_word.size() && options.inside_word[i] != 0});
        }
        previous = c;
        i += length;
    }
    return clusters;
}

// A line as clusters [begin, end), trailing blanks included: the next line begins at `end`.
struct Span {
    std::size_t begin;
    std::size_t end;
};

class Fitter {
public:
    Fitter(const Clusters& clusters, const FitOptions& options)
        : clusters_(clusters), hang_(double{options.em} * kMostHang), knows_words_(!options.inside_word.empty()) {}

    // Greedy: as much on each line as it takes.
    [[nodiscard]] std::vector<Span> fit(double width) const {
        std::vector<Span> lines;
        for (std::size_t begin = 0; begin < clusters_.size();) {
            const std::size_t end = line_end(begin, width);
            lines.push_back({begin, end});
            begin = end;
        }
        return lines;
    }

    // Whether no break is where the line ends, not even an avoided one; it may be before the blanks there.
    [[nodiscard]] bool tears(const Span& line) const {
        Break best = Break::none;
        for (std::size_t i = visible_end(line); i <= line.end; ++i) best = std::max(best, break_before(i));
        return best == Break::none;
    }

    // As many lines as fit() makes, but for a heading: no more of them forced, then as few as can be that end inside a
    // word, then of as much the same width as can be, where one that ends after a mark may be somewhat off.
    [[nodiscard]] std::vector<Span> balance(double width) const {
        std::vector<Step> best(clusters_.size() + 1);
        best.back().reached = true;
        for (std::size_t begin = clusters_.size(); begin-- > 0;) {
            for_each_end(begin, width, [&](std::size_t end) {
                const Step& rest = best[end];
                if (!rest.reached) return;
                const Step tried = step({begin, end}, rest, width);
                if (!best[begin].reached || tried.cost < best[begin].cost) best[begin] = tried;
            });
        }
        std::vector<Span> lines;
        for (std::size_t begin = 0; begin < clusters_.size(); begin = best[begin].end) {
            lines.push_back({begin, best[begin].end});
        }
        return lines;
    }

    // The end of the span without what has no width at the end of a line.
    [[nodiscard]] std::size_t visible_end(const Span& line) const {
        std::size_t end = line.end;
        while (end > line.begin && clusters_[end - 1].blank) --end;
        return end;
    }

    [[nodiscard]] double visible_width(const Span& line) const {
        double width = 0;
        for (std::size_t i = line.begin; i < visible_end(line); ++i) {
            width += double{clusters_[i].width};
        }
        return width;
    }

    [[nodiscard]] bool fits(const Span& line, double width) const {
        const std::size_t end = visible_end(line);
        const bool hangs = end > line.begin && clusters_[end - 1].hangs;
        return visible_width(line) - (hangs ? hang_ : 0) <= width + kTolerance;
    }

    // Where the last line of a paragraph holds a single character, moves the piece before it down; with a dictionary a
    // whole word, also to a line of few characters that begins inside one.
    void relieve_widows(std::vector<Span>& lines, double width) const {
        for (std::size_t i = 1; i < lines.size(); ++i) {
            Span& above = lines[i - 1];
            Span& last = lines[i];
            const bool ends_paragraph = break_before(last.end) == Break::mandatory;
            const bool begins_paragraph = break_before(last.begin) == Break::mandatory;
            if (!ends_paragraph || begins_paragraph) continue;
            constexpr std::size_t kFew = 3;
            const bool torn = knows_words_ && clusters_[last.begin].inside_word && characters(last) <= kFew;
            if (characters(last) != 1 && !torn) continue;
            std::size_t cut = last.begin - 1;
            while (cut > above.begin && (break_before(cut) != Break::allowed || clusters_[cut].inside_word)) --cut;
            if (cut == above.begin || characters({above.begin, cut}) < 2) continue;
            if (!fits({cut, last.end}, width)) continue;
            above.end = cut;
            last.begin = cut;
        }
    }

private:
    // How the text from a cluster on is best broken.
    struct Step {
        // Lines, forced breaks, torn words, unevenness: the fewer of an earlier one, the better.
        std::tuple<std::size_t, std::size_t, std::size_t, double> cost;
        std::size_t end = 0;  // of the first line
        bool reached = false;
    };

    [[nodiscard]] Step step(const Span& line, const Step& rest, double width) const {
        constexpr double kMidClause = 0.3;  // of the width: as bad as a line that much too long
        const auto [lines, forced, torn, uneven] = rest.cost;
        const bool last = line.end == clusters_.size();
        const double visible = visible_width(line);
        const double open = !last && ends_mid_clause(line) ? kMidClause * width : 0;
        return {.cost = {lines + 1, forced + (break_before(line.end) < Break::allowed ? 1 : 0),
                         torn + (!last && ends_inside_word(line) ? 1 : 0), uneven + visible * visible + open * open},
                .end = line.end,
                .reached = true};
    }

    // Where the line that begins with cluster `begin` may end: at each allowed break up to the last one that fits, or
    // where fit() ends it.
    template <typename Visit>
    void for_each_end(std::size_t begin, double width, Visit&& visit) const {
        const std::size_t furthest = line_end(begin, width);
        visit(furthest);
        if (break_before(furthest) < Break::allowed) return;
        bool visible = false;
        for (std::size_t end = begin + 1; end < furthest; ++end) {
            visible = visible || !clusters_[end - 1].blank;
            if (visible && break_before(end) == Break::allowed) visit(end);
        }
    }

    // Inside a word, or without a dictionary between two ideographs, which may be inside one.
    [[nodiscard]] bool ends_inside_word(const Span& line) const {
        if (knows_words_) return clusters_[line.end].inside_word;
        return clusters_[line.end - 1].ideograph && clusters_[line.end].ideograph;
    }

    [[nodiscard]] bool ends_mid_clause(const Span& line) const {
        const std::size_t end = visible_end(line);
        return end > line.begin && clusters_[end - 1].counts;
    }

    [[nodiscard]] Break break_before(std::size_t i) const {
        return i < clusters_.size() ? clusters_[i].before : Break::mandatory;
    }

    [[nodiscard]] std::size_t characters(const Span& line) const {
        std::size_t n = 0;
        for (std::size_t i = line.begin; i < line.end; ++i) n += clusters_[i].counts ? 1 : 0;
        return n;
    }

    // Whether a line may end after cluster `i` and the blanks that follow it.
    [[nodiscard]] bool may_end_after(std::size_t i) const {
        do ++i;
        while (i < clusters_.size() && clusters_[i].blank && break_before(i) == Break::none);
        return break_before(i) >= Break::allowed;
    }

    // Where the line that begins with cluster `begin` ends, the blanks after it included.
    [[nodiscard]] std::size_t line_end(std::size_t begin, double width) const {
        std::size_t end = edge(begin, width);
        while (end < clusters_.size() && clusters_[end].blank && break_before(end) != Break::mandatory) {
            ++end;
        }
        return end;
    }

    // Goes on until a cluster crosses the edge, then back to the best break seen. What it goes back
    // over fits on the next line, so each cluster is met at most twice. Blanks that begin a line
    // (after a line feed) stay with what they indent.
    [[nodiscard]] std::size_t edge(std::size_t begin, double width) const {
        std::size_t allowed = begin;
        std::size_t avoided = begin;
        double used = 0;
        bool visible = false;
        for (std::size_t i = begin; i < clusters_.size(); ++i) {
            const Cluster& cluster = clusters_[i];
            if (i > begin && cluster.before == Break::mandatory) return i;
            if (visible && cluster.before == Break::allowed) allowed = i;
            if (visible && cluster.before == Break::avoided) avoided = i;
            used += double{cluster.width};
            if (cluster.blank) continue;
            const double beyond = used - width - kTolerance;
            const bool hangs = cluster.hangs && beyond <= hang_ && may_end_after(i);
            if (beyond > 0 && !hangs) {
                if (allowed > begin) return allowed;
                if (avoided > begin) return avoided;
                return visible ? i : i + 1;  // a line takes at least one cluster
            }
            visible = true;
        }
        return clusters_.size();
    }

    const Clusters& clusters_;
    double hang_;
    bool knows_words_;
};

}  // namespace

std::vector<Line> fit_lines(std::string_view utf8, Advance advance, const FitOptions& options) {
    const Clusters clusters = measure(utf8, advance, options);
    const Fitter fitter(clusters, options);

    std::vector<Span> spans = fitter.fit(options.width);
    if (options.balanced && spans.size() > 1) spans = fitter.balance(options.width);
    if (is_chinese(options.lang)) fitter.relieve_widows(spans, options.width);

    std::vector<Line> lines;
    lines.reserve(spans.size());
    for (const Span& span : spans) {
        const std::size_t begin = clusters[span.begin].begin;
        const std::size_t end = fitter.visible_end(span);
        Line line{.begin = begin, .end = begin, .width = 0, .hang = 0, .torn = fitter.tears(span)};
        if (end > span.begin) {
            line.end = clusters[end - 1].end;
            line.width = static_cast<float>(fitter.visible_width(span));
            if (clusters[end - 1].hangs) {
                line.hang = std::clamp(line.width - options.width, 0.0F, options.em * kMostHang);
            }
        }
        lines.push_back(line);
    }
    return lines;
}

float widest(const std::vector<Line>& lines) noexcept {
    float width = 0;
    for (const Line& line : lines) width = std::max(width, line.width - line.hang);
    return width;
}

}  // namespace selfcheck::ui::text
