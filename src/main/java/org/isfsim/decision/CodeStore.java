package org.isfsim.decision;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Codes by key. Reading takes no lock and allocates nothing.
 *
 * <p>A code is stored with release and read with acquire, so that whoever reads it sees the finding
 * that was interned before.
 */
sealed interface CodeStore {

  /** Up to this many combinations a flat array is used, of four bytes for each. */
  long LARGEST_ARRAY = 1 << 22;

  /** The code of a key, or -1 when it is not known. */
  int get(long key);

  /** Stores a code, 0 or more; the same for a key each time. */
  void put(long key, int code);

  /** A store for keys from 0 to {@code keys - 1}. */
  static CodeStore of(long keys) {
    return keys <= LARGEST_ARRAY ? new Flat((int) keys) : new Hashed();
  }

  /** One place for every key. */
  final class Flat implements CodeStore {

    /** The code plus one; 0 where nothing is known. */
    private final AtomicIntegerArray codes;

    Flat(int keys) {
      codes = new AtomicIntegerArray(keys);
    }

    @Override
    public int get(long key) {
      return codes.getAcquire(Math.toIntExact(key)) - 1;
    }

    @Override
    public void put(long key, int code) {
      codes.setRelease(Math.toIntExact(key), code + 1);
    }
  }

  /** Open addressing with linear probing; keys are only ever added. */
  final class Hashed implements CodeStore {

    private static final int FIRST_SIZE = 1 << 10;

    /** Keys and codes of one size; replaced as a whole when it is half full. */
    private static final class Slots {

      final long[] keys;
      final AtomicIntegerArray codes;
      final int shift;

      /** So many slots, a power of two. */
      Slots(int size) {
        keys = new long[size];
        codes = new AtomicIntegerArray(size);
        shift = Long.numberOfLeadingZeros(size - 1L);
      }

      /** Where a key is or would be; Fibonacci hashing (Knuth, TAOCP 3, section 6.4). */
      int find(long key) {
        int mask = codes.length() - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
        while (true) {
          int code = codes.getAcquire(slot);
          if (code == 0 || keys[slot] == key) {
            return slot;
          }
          slot = (slot + 1) & mask;
        }
      }
    }

    private volatile Slots slots = new Slots(FIRST_SIZE);
    private int used;

    @Override
    public int get(long key) {
      Slots current = slots;
      return current.codes.getAcquire(current.find(key)) - 1;
    }

    @Override
    public synchronized void put(long key, int code) {
      Slots current = slots;
      int slot = current.find(key);
      if (current.codes.getPlain(slot) != 0) {
        return;
      }
      if (2 * (used + 1) > current.codes.length()) {
        current = grown(current);
        slot = current.find(key);
        slots = current;
      }
      used++;
      current.keys[slot] = key;
      // The code last: a reader that sees it sees the key too.
      current.codes.setRelease(slot, code + 1);
    }

    private static Slots grown(Slots old) {
      int size = Math.multiplyExact(old.codes.length(), 2);
      Slots slots = new Slots(size);
      for (int i = 0; i < old.codes.length(); i++) {
        int code = old.codes.getPlain(i);
        if (code != 0) {
          int slot = slots.find(old.keys[i]);
          slots.keys[slot] = old.keys[i];
          slots.codes.setPlain(slot, code);
        }
      }
      return slots;
    }
  }
}
