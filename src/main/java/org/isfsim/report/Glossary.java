package org.isfsim.report;

import java.util.ArrayList;
import java.util.List;
import org.isfsim.article.Article;
import org.isfsim.article.Block;
import org.isfsim.model.Model;
import org.isfsim.model.Plan;

/** What the words of results mean, as the model says. */
public final class Glossary {

  private Glossary() {}

  /** The words of a plan's results: outcomes, stages, indicators, milestones, in their orders. */
  public static List<Word> of(Plan plan) {
    List<Word> words = new ArrayList<>(outcomes(plan.model()));
    plan.stages().forEach(s -> words.add(new Word(Word.Kind.STAGE, s.name(), "", s.title())));
    plan.indicators()
        .forEach(i -> words.add(new Word(Word.Kind.INDICATOR, i.name(), i.title(), i.means())));
    plan.milestones()
        .forEach(m -> words.add(new Word(Word.Kind.MILESTONE, m.name(), m.title(), m.means())));
    return words;
  }

  private static List<Word> outcomes(Model model) {
    return model.outcomes().stream()
        .map(o -> new Word(Word.Kind.OUTCOME, o.name(), o.group(), o.means()))
        .toList();
  }

  /** The words of one kind. */
  static Block.Terms terms(List<Word> words, Word.Kind kind) {
    return new Block.Terms(
        words.stream()
            .filter(word -> word.kind() == kind)
            .map(word -> new Block.Term(word.name(), word.title(), word.means()))
            .toList());
  }

  /** Notes what each word means, under {@link #key}. */
  static void note(List<Word> words, Article article) {
    words.forEach(
        w -> article.note(key(w.kind(), w.name()), new Article.Note("", w.means() + ".")));
  }

  /** What the notes of an article have a word under; an indicator may have a milestone's name. */
  static String key(Word.Kind kind, String name) {
    return kind + " " + name;
  }
}
