package org.isfsim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isfsim.article.Article;
import org.isfsim.article.Block;
import org.isfsim.article.Table;
import org.isfsim.drawing.Palette;
import org.isfsim.model.Model;

/** What the words of results mean, as the model says. */
public final class Glossary {

  private Glossary() {}

  /** The words of a model's results: outcomes, stages, indicators, milestones, in their orders. */
  public static List<Word> of(Model model) {
    List<Word> words = new ArrayList<>(outcomes(model));
    words.addAll(shown(Word.Group.STAGE, model.stages()));
    words.addAll(shown(Word.Group.INDICATOR, model.indicators()));
    words.addAll(shown(Word.Group.MILESTONE, model.milestones()));
    return words;
  }

  private static List<Word> shown(Word.Group kind, List<Model.Named> named) {
    return named.stream().map(n -> new Word(kind, n.name(), n.title(), n.means())).toList();
  }

  private static List<Word> outcomes(Model model) {
    return model.outcomes().stream()
        .map(o -> new Word(Word.Group.OUTCOME, o.name(), o.group(), o.means()))
        .toList();
  }

  /** Some words, each under what it names. */
  public static Article article(List<Word> words) {
    Article article = new Article().heading(1, "What the words of results mean");
    for (Word.Group kind : Word.Group.values()) {
      Block.Terms terms = terms(words, kind);
      if (!terms.terms().isEmpty()) {
        article.heading(2, kind.title()).add(terms);
      }
    }
    Table.Columns<Word> table =
        new Table.Columns<Word>("words")
            .add("kind", word -> word.kind().word())
            .add("name", Word::name)
            .add("title", Word::title)
            .add("means", Word::means);
    return article.data(List.of(table.of(words)));
  }

  /** The words of one kind. */
  static Block.Terms terms(List<Word> words, Word.Group kind) {
    return new Block.Terms(
        words.stream()
            .filter(word -> word.kind() == kind)
            .map(word -> new Block.Term(word.name(), word.title(), word.means()))
            .toList());
  }

  /** All words, to be looked up; empty if there are none. */
  public static Optional<Block> details(List<Word> words) {
    List<Block> blocks = new ArrayList<>();
    for (Word.Group kind : Word.Group.values()) {
      Block.Terms terms = terms(words, kind);
      if (!terms.terms().isEmpty()) {
        blocks.add(new Block.Heading(3, kind.title()));
        blocks.add(terms);
      }
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Details("What the words mean", blocks));
  }

  /** The colour of every outcome, the same in every picture: one for each group. */
  public static Map<String, String> colours(List<Word> words) {
    List<Word> outcomes = words.stream().filter(w -> w.kind() == Word.Group.OUTCOME).toList();
    List<String> mixed = Palette.ofGroups(outcomes.stream().map(Word::title).toList());
    Map<String, String> colours = new LinkedHashMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      colours.put(outcomes.get(i).name(), mixed.get(i));
    }
    return colours;
  }

  /** Notes what each word means, under {@link #key}. */
  public static void note(List<Word> words, Article article) {
    words.forEach(
        w -> article.note(key(w.kind(), w.name()), new Article.Note("", w.means() + ".")));
  }

  /** What the notes of an article have a word under; an indicator may have a milestone's name. */
  public static String key(Word.Group kind, String name) {
    return kind + " " + name;
  }
}
