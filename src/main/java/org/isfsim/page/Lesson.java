package org.isfsim.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isfsim.document.Mark;
import org.isfsim.document.Problems;
import org.isfsim.document.YamlReader;
import org.isfsim.scenario.WrittenStatement;

/**
 * A lesson about a scenario: settings to try, and questions whose right answers are figures of the
 * model. It holds no figure itself.
 *
 * @param title what it is about
 * @param about what is to be learned, in a few sentences
 * @param scenario the scenario's file
 * @param asks statements by the names that they have in answers
 * @param settings what to try, by name
 * @param questions in order
 * @param places where scenario, statements and settings stand, by their paths in the file
 */
public record Lesson(
    String title,
    String about,
    Path scenario,
    Map<String, String> asks,
    Map<String, Lesson.Try> settings,
    List<Lesson.Question> questions,
    Map<String, Mark> places) {

  /**
   * A setting to try.
   *
   * @param title what it is, in words
   * @param setting the setting
   */
  public record Try(String title, PageSetting setting) {}

  /** What is asked for. */
  enum Kind {
    /** How likely a statement is, in percent, or by how many points it differs. */
    FIGURE,
    /** Under which setting it is most likely. */
    MOST,
    /** Under which setting it is least likely. */
    LEAST
  }

  /**
   * A question.
   *
   * @param text the question in words
   * @param ask the name of the statement that it is about
   * @param kind what is asked for
   * @param under the names of settings: for a figure the one, or the one and the one that is taken
   *     away from it; otherwise those to choose from
   * @param within how far a figure may be off, in percentage points
   * @param hint what is said after a wrong answer
   * @param then what is said after a right one
   */
  public record Question(
      String text,
      String ask,
      Kind kind,
      List<String> under,
      double within,
      String hint,
      String then) {

    /** Copies the list. */
    public Question {
      under = List.copyOf(under);
    }

    boolean isDifference() {
      return kind == Kind.FIGURE && under.size() > 1;
    }
  }

  /** Copies the collections. */
  public Lesson {
    asks = Collections.unmodifiableMap(new LinkedHashMap<>(asks));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    questions = List.copyOf(questions);
    places = Map.copyOf(places);
  }

  /**
   * Reads a lesson.
   *
   * @throws org.isfsim.document.InvalidInputException with every problem of the file
   */
  public static Lesson read(Path file) {
    Problems problems = new Problems();
    Lesson lesson =
        YamlReader.read(file, problems)
            .flatMap(document -> new LessonReader(file, problems).read(document.root()))
            .orElse(null);
    problems.throwIfAny();
    if (lesson == null) {
      throw new IllegalStateException("No lesson and no problem: " + file);
    }
    return lesson;
  }

  /** The statements, to be asked of every setting. */
  public List<WrittenStatement> statements() {
    List<WrittenStatement> statements = new ArrayList<>();
    asks.forEach(
        (name, text) ->
            statements.add(
                new WrittenStatement(name, text, Mark.of(title + ", " + name), "asks", false)));
    return statements;
  }

  /** A setting that is known to be there. */
  Try setting(String name) {
    Try of = settings.get(name);
    if (of == null) {
      throw new IllegalArgumentException("No setting \"" + name + "\"");
    }
    return of;
  }
}
