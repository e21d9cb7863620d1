package org.isfsim.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.isfsim.decision.Decisions;
import org.isfsim.model.Operation;
import org.isfsim.model.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What walks have worked out, each piece under all that it is made of, so that the next walk works
 * out only what differs: of this plan or of another one, such as the same scenario under a changed
 * setting. Arrays of one content are one object here. A piece whose parts turn out to be the same
 * as before is therefore the one from before, and so is everything that is made of it (early
 * cutoff; A. Mokhov, N. Mitchell and S. Peyton Jones, Build Systems à la Carte, Proc. ACM Program.
 * Lang. 2, ICFP, 2018). The numbers are those of a walk that remembers nothing, bit for bit.
 *
 * <p>Thread-safe. When it would hold too much, it forgets what was not asked for lately.
 */
public final class WalkMemory {

  /** How many cells tables of functions may have together, each of four bytes. */
  private static final long MOST_IN_TABLES = 1L << 25;

  /** How many cells half of all other pieces may have together, of at most eight bytes. */
  private static final long MOST_IN_PIECES = 1L << 23;

  /** A piece of more cells than this is not kept: it would drive out too many others. */
  private static final long MOST_IN_ONE = MOST_IN_PIECES / 4;

  /** A table with other inputs' values is kept beside so many of the same function. */
  private static final int TABLES_OF_ONE = 6;

  /** How many answers are kept; small ones, beside all pieces that they are made of. */
  private static final int MOST_ANSWERS = 2048;

  /** For how many plans the values that can occur are kept. */
  private static final int MOST_LATELY = 4;

  private final Map<Operation, List<ResultTable>> tables = new ConcurrentHashMap<>();
  private volatile List<Supports> lately = List.of();
  private final Map<List<Object>, double[]> answers = new ConcurrentHashMap<>();
  private final AtomicLong inTables = new AtomicLong();
  private volatile Pieces recent = new Pieces();
  private volatile Pieces older = new Pieces();

  /** Nothing is remembered yet. */
  public WalkMemory() {}

  /** The table of a function over these values of its inputs, if there is one. */
  Optional<ResultTable> table(Operation function, int[][] inputs) {
    return of(function).stream().filter(table -> table.isOver(inputs)).findFirst();
  }

  /** A table of a function over these and further values of its inputs, if there is one. */
  Optional<ResultTable> widerTable(Operation function, int[][] inputs) {
    return of(function).stream().filter(table -> table.isWider(inputs)).findFirst();
  }

  private List<ResultTable> of(Operation function) {
    return tables.getOrDefault(function, List.of());
  }

  void remember(Operation function, ResultTable table) {
    if (table.results().length > MOST_IN_TABLES / 2) {
      return;
    }
    if (inTables.addAndGet(table.results().length) > MOST_IN_TABLES) {
      tables.clear();
      inTables.set(table.results().length);
    }
    List<ResultTable> known = tables.computeIfAbsent(function, key -> new CopyOnWriteArrayList<>());
    if (known.size() >= TABLES_OF_ONE) {
      // The first, often the widest, stays: the others are cut out of it.
      inTables.addAndGet(-known.remove(1).results().length);
    }
    known.add(table);
  }

  /**
   * All values that can occur in a plan, if they are those of another one that was looked at lately
   * and differs in what values of parameters weigh.
   */
  @Nullable Supports like(Plan plan, Decisions decisions) {
    for (Supports supports : lately) {
      Supports under = supports.under(plan, decisions);
      if (under != null) {
        return under;
      }
    }
    return null;
  }

  /** Keeps values for {@link #like}. */
  synchronized void remember(Supports supports) {
    List<Supports> kept = new ArrayList<>(List.of(supports));
    lately.stream()
        .filter(before -> before.plan() != supports.plan())
        .limit(MOST_LATELY - 1L)
        .forEach(kept::add);
    lately = List.copyOf(kept);
  }

  /** The one array of this content; it must not be changed any more. */
  int[] one(int[] array) {
    return (int[]) one(new Content(array, Arrays.hashCode(array)), array.length);
  }

  /** The one array of this content; it must not be changed any more. */
  double[] one(double[] array) {
    return (double[]) one(new Content(array, Arrays.hashCode(array)), array.length);
  }

  private Object one(Content content, int cells) {
    return find(content, () -> content.array, array -> cells);
  }

  /**
   * What is made of some parts, made at most once as long as it is remembered.
   *
   * @param parts all that it depends on; arrays are told apart by being one object or not
   * @param cells how much room it takes, in cells
   */
  @SuppressWarnings("unchecked") // A list of parts begins with what is made of them.
  <T> T of(List<Object> parts, Supplier<T> make, ToIntFunction<T> cells) {
    return (T) find(parts, make::get, made -> cells.applyAsInt((T) made) + parts.size());
  }

  /**
   * The answer to a question that was asked before, so that a change which does not bear on it
   * costs nothing, also where the pieces that it was made of are forgotten.
   *
   * @param question all that the answer depends on, told by content
   */
  Optional<double[]> answer(List<Object> question) {
    return Optional.ofNullable(answers.get(question)).map(double[]::clone);
  }

  void remember(List<Object> question, double[] answer) {
    if (answers.size() >= MOST_ANSWERS) {
      answers.clear();
    }
    answers.put(question, answer.clone());
  }

  /** An array that is told from others by its content; it must not be changed any more. */
  static Object content(int[] array) {
    return new Content(array, Arrays.hashCode(array));
  }

  private Object find(Object key, Supplier<Object> make, ToIntFunction<Object> cells) {
    Pieces now = recent;
    Object known = now.made.get(key);
    if (known != null) {
      return known;
    }
    Object before = older.made.get(key);
    Object made = before == null ? make.get() : before;
    int size = cells.applyAsInt(made);
    if (size > MOST_IN_ONE) {
      return made;
    }
    Object first = now.made.putIfAbsent(key, made);
    if (first != null) {
      return first;
    }
    if (now.cells.addAndGet(size) > MOST_IN_PIECES) {
      begin(now);
    }
    return made;
  }

  private synchronized void begin(Pieces full) {
    if (recent == full) {
      older = full;
      recent = new Pieces();
    }
  }

  /** What was made or asked for in one period of time. */
  private static final class Pieces {
    private final Map<Object, Object> made = new ConcurrentHashMap<>();
    private final AtomicLong cells = new AtomicLong();
  }

  /** An array that is told from others by its content. */
  private static final class Content {
    private final Object array;
    private final int hash;

    Content(Object array, int hash) {
      this.array = array;
      this.hash = hash;
    }

    @Override
    public boolean equals(Object other) {
      if (!(other instanceof Content that) || hash != that.hash) {
        return false;
      }
      if (array instanceof int[] own) {
        return that.array instanceof int[] ints && Arrays.equals(own, ints);
      }
      return that.array instanceof double[] numbers && Arrays.equals((double[]) array, numbers);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
