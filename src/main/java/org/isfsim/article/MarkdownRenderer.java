package org.isfsim.article;

import java.util.List;
import java.util.stream.IntStream;

/** Writes an article as a page of GitHub's Markdown. */
final class MarkdownRenderer implements Renderer {

  @Override
  public String render(Article article) {
    StringBuilder page = new StringBuilder();
    article.blocks().forEach(block -> block(block, page));
    return page.toString();
  }

  private static void block(Block block, StringBuilder page) {
    if (block instanceof Block.Space
        || block instanceof Block.Figure
        || block instanceof Block.Data) {
      return;
    }
    if (!page.isEmpty()) {
      page.append('\n');
    }
    if (block instanceof Block.Heading heading) {
      line("#".repeat(heading.level()) + " " + Markdown.escaped(heading.text()), page);
    } else if (block instanceof Block.Paragraph paragraph) {
      line(Markdown.escaped(paragraph.text()), page);
    } else if (block instanceof Block.Lead lead) {
      line(Markdown.escaped(lead.text()), page);
    } else if (block instanceof Block.Notice notice) {
      line(Markdown.escaped(notice.text()), page);
    } else if (block instanceof Block.Line of) {
      line("- " + Markdown.escaped(of.text()), page);
    } else if (block instanceof Block.Command command) {
      line("```sh\n" + command.line() + "\n```", page);
    } else if (block instanceof Block.Tree tree) {
      tree.branches().forEach(branch -> branch(branch, "", page));
    } else if (block instanceof Block.Items items) {
      items.texts().forEach(text -> line("- " + Markdown.escaped(text), page));
    } else if (block instanceof Block.Terms terms) {
      terms.terms().forEach(term -> line(term(term), page));
    } else if (block instanceof Block.Details details) {
      line((details.folded() ? "### " : "## ") + Markdown.escaped(details.title()), page);
      details.blocks().forEach(inner -> block(inner, page));
    } else if (block instanceof Table table) {
      table(table.withoutEmptyColumns(), page);
    }
  }

  private static void branch(Branch branch, String indent, StringBuilder page) {
    boolean isMarked = !branch.mark().isEmpty() && !branch.mark().equals(Branch.DASH);
    String mark = isMarked ? "**" + Markdown.escaped(branch.mark()) + "** " : "";
    line(indent + "- " + mark + Markdown.escaped(branch.words()), page);
    branch.below().forEach(under -> branch(under, indent + "  ", page));
  }

  private static String term(Block.Term term) {
    String title = term.title().isEmpty() ? "" : ", " + Markdown.escaped(term.title());
    return "- **"
        + Markdown.escaped(term.name())
        + "**"
        + title
        + ": "
        + Markdown.escaped(term.means())
        + ".";
  }

  private static void table(Table table, StringBuilder page) {
    List<Integer> shown =
        IntStream.range(0, table.columns().size())
            .filter(c -> table.columns().get(c).kind() != Column.CellKind.BARS)
            .boxed()
            .toList();
    page.append('|');
    shown.forEach(
        c -> page.append(' ').append(Markdown.cell(table.columns().get(c).title())).append(" |"));
    page.append("\n|");
    shown.forEach(c -> page.append(table.columns().get(c).isFigures() ? " ---: |" : " --- |"));
    page.append('\n');
    for (List<Cell> row : table.rows()) {
      page.append('|');
      shown.forEach(c -> page.append(' ').append(cell(row, c)).append(" |"));
      page.append('\n');
    }
  }

  private static String cell(List<Cell> row, int column) {
    String words = Table.words(row, column).strip();
    boolean isCode =
        column < row.size() && row.get(column) instanceof Cell.Address && !words.isEmpty();
    return isCode
        ? "`" + words.replace('`', '\'').replace("|", "\\|").replace('\n', ' ') + "`"
        : Markdown.cell(words);
  }

  private static void line(String line, StringBuilder page) {
    page.append(line).append('\n');
  }
}
