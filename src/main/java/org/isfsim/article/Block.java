package org.isfsim.article;

import java.util.List;
import org.isfsim.drawing.Picture;

/** A part of an article: what stands in it, not how it is laid out. */
public sealed interface Block permits Table, Block.Plain {

  /** A part that is no table. */
  sealed interface Plain extends Block {}

  /**
   * A heading.
   *
   * @param level 1 for the whole answer, 2 for a part of it, 3 for a part of that
   */
  record Heading(int level, String text) implements Plain {}

  /** A paragraph. */
  record Paragraph(String text) implements Plain {}

  /** A paragraph that belongs to the title. */
  record Lead(String text) implements Plain {}

  /** A paragraph that stands out: what has to be known before anything else is read. */
  record Notice(String text) implements Plain {}

  /** A line that other programs take apart: never broken. */
  record Line(String text) implements Plain {}

  /** An empty line, where the layout would not leave one. */
  record Space() implements Plain {}

  /** Things with what is below them. */
  record Tree(List<Branch> branches) implements Plain {
    /** Copies the list. */
    public Tree {
      branches = List.copyOf(branches);
    }
  }

  /** A command to copy as it stands: never broken. */
  record Command(String line) implements Plain {}

  /** A list of short texts. */
  record Items(List<String> texts) implements Plain {
    /** Copies the list. */
    public Items {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A picture, for the forms that can show one.
   *
   * @param picture what is drawn, with its title and what it shows in words
   * @param behind the figures that it shows, where no table of the article holds them
   */
  record Figure(Picture picture, List<Table> behind) implements Plain {
    /** Copies the list. */
    public Figure {
      behind = List.copyOf(behind);
    }
  }

  /**
   * What can be looked up, and is left out where there is little room.
   *
   * @param title what it is
   * @param folded whether a form that can fold shows the title alone until it is asked
   */
  record Details(String title, List<Block> blocks, boolean folded) implements Plain {
    /** Copies the list. */
    public Details {
      blocks = List.copyOf(blocks);
    }

    /** Details that are shown when they are asked for. */
    public Details(String title, List<Block> blocks) {
      this(title, blocks, true);
    }
  }

  /** A table for programs alone, where another block says the same to people. */
  record Data(Table table) implements Plain {}

  /** Words with what they mean. */
  record Terms(List<Term> terms) implements Plain {
    /** Copies the list. */
    public Terms {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A word with what it means.
   *
   * @param name as results write it
   * @param title in words; empty if the name says it
   * @param means one sentence
   */
  record Term(String name, String title, String means) {}
}
