package org.isfsim.article;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the parts of an article as elements of HTML. */
final class HtmlBlocks {

  /** A table of more columns is set smaller where it is printed. */
  private static final int MANY = 8;

  private final Map<String, Article.Note> notes;
  private final StringBuilder page;
  private String heading = "";
  private int sections;

  HtmlBlocks(Map<String, Article.Note> notes, StringBuilder page) {
    this.notes = notes;
    this.page = page;
  }

  /** Whether a block begins a section of its own. */
  static boolean isSection(Block block) {
    return !sectionTitle(block).isEmpty();
  }

  /** The title of the section that a block begins; empty if it begins none. */
  static String sectionTitle(Block block) {
    if (block instanceof Block.Heading heading && heading.level() == 2) {
      return heading.text();
    }
    return block instanceof Block.Details details && !details.folded() ? details.title() : "";
  }

  /** A block as several, where its parts stand one after the other. */
  static Stream<Block> parts(Block block) {
    return block instanceof Block.Details details && !details.folded()
        ? Stream.concat(
            Stream.of(new Block.Heading(2, details.title())),
            details.blocks().stream().flatMap(HtmlBlocks::parts))
        : Stream.of(block);
  }

  void block(Block block) {
    if (block instanceof Block.Heading of) {
      heading(of);
    } else if (block instanceof Block.Paragraph paragraph) {
      line(Html.element("p", paragraph.text()));
    } else if (block instanceof Block.Lead lead) {
      line(Html.element("p", lead.text()));
    } else if (block instanceof Block.Notice notice) {
      line("<p class=\"notice\">" + Html.escaped(notice.text()) + "</p>");
    } else if (block instanceof Block.Line of) {
      line(Html.element("p", of.text()));
    } else if (block instanceof Block.Command command) {
      line("<pre tabindex=\"0\"><code>" + Html.escaped(command.line()) + "</code></pre>");
    } else if (block instanceof Block.Tree tree) {
      branches(tree.branches());
    } else if (block instanceof Block.Items items) {
      line("<ul>");
      items.texts().forEach(text -> line(Html.element("li", text)));
      line("</ul>");
    } else if (block instanceof Block.Terms terms) {
      terms(terms.terms());
    } else if (block instanceof Block.Details details) {
      if (details.folded()) {
        details(details.title(), details.blocks());
      } else {
        parts(details).forEach(this::block);
      }
    } else if (block instanceof Block.Figure figure) {
      figure(figure);
    } else if (block instanceof Table table) {
      table(table.withoutEmptyColumns());
    }
  }

  private void branches(List<Branch> branches) {
    line("<ul>");
    for (Branch branch : branches) {
      boolean isMarked = !branch.mark().isEmpty() && !branch.mark().equals(Branch.DASH);
      String mark = isMarked ? Html.element("b", branch.mark()) + " " : "";
      line("<li>" + mark + Html.escaped(branch.words()));
      if (!branch.below().isEmpty()) {
        branches(branch.below());
      }
      line("</li>");
    }
    line("</ul>");
  }

  private void heading(Block.Heading of) {
    heading = of.text();
    String tag = "h" + of.level();
    String id = "";
    if (of.level() == 2) {
      sections++;
      id = " id=\"s" + sections + "\"";
    }
    line("<" + tag + id + ">" + Html.escaped(of.text()) + "</" + tag + ">");
  }

  private void terms(List<Block.Term> terms) {
    line("<dl>");
    for (Block.Term term : terms) {
      String title = term.title().isEmpty() ? "" : ", " + Html.escaped(term.title());
      line("<dt><code>" + Html.escaped(term.name()) + "</code>" + title + "</dt>");
      line("<dd>" + Html.escaped(term.means()) + ".</dd>");
    }
    line("</dl>");
  }

  private void details(String title, List<? extends Block> blocks) {
    line("<details class=\"more\"><summary>" + Html.escaped(title) + "</summary>");
    String outer = heading;
    heading = title;
    blocks.forEach(this::block);
    heading = outer;
    line("</details>");
  }

  private void figure(Block.Figure figure) {
    line("<figure>");
    line("<figcaption>" + Html.escaped(figure.picture().title()) + "</figcaption>");
    line("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Picture\">");
    page.append(figure.picture().svg());
    line("</div>");
    if (!figure.behind().isEmpty()) {
      details("The figures of this picture", figure.behind());
    }
    line("</figure>");
  }

  private void table(Table table) {
    line(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
            + Html.escaped(heading.isEmpty() ? "Table" : heading)
            + "\">");
    line(table.columns().size() > MANY ? "<table class=\"many\">" : "<table>");
    line("<thead><tr>");
    List<Column> columns = table.columns();
    for (Column column : columns) {
      if (column.kind() == Column.CellKind.BARS) {
        line("<td class=\"bar\"></td>");
      } else {
        line(
            "<th scope=\"col\""
                + kind(column)
                + ">"
                + Html.escaped(named(column.title()))
                + "</th>");
      }
    }
    line("</tr></thead>");
    line("<tbody>");
    for (List<Cell> row : table.rows()) {
      line("<tr>");
      for (int c = 0; c < row.size(); c++) {
        int spanned = c == row.size() - 1 ? columns.size() - c : 1;
        String span = spanned > 1 ? " colspan=\"" + spanned + "\"" : "";
        Column column = columns.get(c);
        String tag = c == 0 ? "th scope=\"row\"" : "td" + (spanned > 1 ? "" : kind(column));
        boolean isBar = column.kind() == Column.CellKind.BARS;
        String content = isBar ? bar(row.get(c)) : cell(row.get(c));
        line("<" + tag + span + ">" + content + (c == 0 ? "</th>" : "</td>"));
      }
      line("</tr>");
    }
    line("</tbody>");
    line("</table>");
    line("</div>");
  }

  /** A header that says nothing says at least that it heads a row. */
  private static String named(String title) {
    return title.isEmpty() ? "Of" : title;
  }

  private static String kind(Column column) {
    return switch (column.kind()) {
      case WORDS -> "";
      case FIGURES -> " class=\"figure\"";
      case BARS -> " class=\"bar\"";
    };
  }

  /** A bar repeats the number beside it, so nobody needs to have it read. */
  private static String bar(Cell cell) {
    if (!(cell instanceof Cell.Probability p) || p.probability() <= 0) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + "<rect width=\"%.2f\" height=\"10\" fill=\"#6b7785\"/></svg>",
        Math.max(0.6, 100 * p.probability()));
  }

  private String cell(Cell cell) {
    if (cell instanceof Cell.Address address) {
      if (address.words().isEmpty()) {
        return "";
      }
      return address.of().isEmpty()
          ? Html.element("code", address.words())
          : "<code data-of=\""
              + Html.escaped(address.of())
              + "\">"
              + Html.escaped(address.words())
              + "</code>";
    }
    if (cell instanceof Cell.Date date) {
      return "<time datetime=\"" + date.words() + "\">" + date.words() + "</time>";
    }
    if (cell instanceof Cell.Term term) {
      return noted(Html.escaped(term.words()), List.of(term.key()));
    }
    if (cell instanceof Cell.Claims claims) {
      return noted(Html.escaped(claims.words()), claims.ids());
    }
    if (cell instanceof Cell.Interval interval && interval.hasReasons()) {
      return end(interval.low(), interval.lowBy())
          + " to "
          + end(interval.high(), interval.highBy());
    }
    return cell instanceof Cell.Sampled
        ? "<span class=\"whole\">"
            + Html.escaped(cell.words()).replace(", ", ",</span> <span class=\"whole\">")
            + "</span>"
        : Html.escaped(cell.words());
  }

  private static String end(double probability, String by) {
    return "<span class=\"whole\">"
        + Html.escaped(Figures.percent(probability))
        + "</span> (<code>"
        + Html.escaped(by)
        + "</code>)";
  }

  /** Words behind which stands what some ids mean, where the reader asks for it. */
  private String noted(String words, List<String> ids) {
    StringBuilder says = new StringBuilder();
    for (String id : ids) {
      Article.Note note = notes.get(id);
      if (note != null) {
        says.append("<span class=\"note\">");
        if (!note.about().isEmpty()) {
          says.append("<b>").append(Html.escaped(note.about())).append("</b> ");
        }
        says.append(Html.escaped(note.says())).append("</span>");
      }
    }
    return says.isEmpty()
        ? words
        : "<details><summary>" + words + "</summary>" + says + "</details>";
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
