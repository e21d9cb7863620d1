package org.isfsim.article;

import java.util.List;

/** Lays an article out as AsciiDoc: a form that isfsim does not have, in one class. */
final class AsciiDoc implements Renderer {

  @Override
  public String render(Article article) {
    StringBuilder text = new StringBuilder();
    article.blocks().forEach(block -> block(block, text));
    return text.toString();
  }

  private void block(Block block, StringBuilder text) {
    if (block instanceof Block.Heading heading) {
      text.append("\n" + "=".repeat(heading.level()) + " " + heading.text() + "\n");
    } else if (block instanceof Block.Paragraph paragraph) {
      text.append("\n" + paragraph.text() + "\n");
    } else if (block instanceof Block.Lead lead) {
      text.append("\n" + lead.text() + "\n");
    } else if (block instanceof Block.Notice notice) {
      text.append("\nNOTE: " + notice.text() + "\n");
    } else if (block instanceof Block.Line line) {
      text.append("\n" + line.text() + "\n");
    } else if (block instanceof Block.Items items) {
      text.append('\n');
      items.texts().forEach(item -> text.append("* " + item + "\n"));
    } else if (block instanceof Block.Command command) {
      text.append("\n[source,sh]\n----\n" + command.line() + "\n----\n");
    } else if (block instanceof Block.Terms terms) {
      text.append('\n');
      terms.terms().forEach(term -> text.append(term.name() + ":: " + term.means() + ".\n"));
    } else if (block instanceof Block.Tree tree) {
      text.append('\n');
      branches(tree.branches(), 1, text);
    } else if (block instanceof Block.Details details) {
      text.append("\n." + details.title() + "\n[%collapsible]\n====\n");
      details.blocks().forEach(inner -> block(inner, text));
      text.append("====\n");
    } else if (block instanceof Block.Figure figure) {
      text.append("\n._" + figure.picture().title() + "_\n");
      figure.behind().forEach(table -> block(table, text));
    } else if (block instanceof Table table) {
      text.append("\n[%header,cols=" + table.columns().size() + "*]\n|===\n");
      table.columns().forEach(column -> text.append("|" + escaped(column.title()) + " "));
      text.append("\n\n");
      for (List<Cell> row : table.rows()) {
        for (int c = 0; c < table.columns().size(); c++) {
          text.append("|" + escaped(Table.words(row, c)) + "\n");
        }
        text.append('\n');
      }
      text.append("|===\n");
    }
  }

  private void branches(List<Branch> branches, int depth, StringBuilder text) {
    for (Branch branch : branches) {
      text.append("*".repeat(depth) + " " + branch.words() + "\n");
      branches(branch.below(), depth + 1, text);
    }
  }

  private static String escaped(String words) {
    return words.replace("|", "\\|");
  }
}
