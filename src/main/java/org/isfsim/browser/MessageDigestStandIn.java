package org.isfsim.browser;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Stands in for {@link java.security.MessageDigest}, for SHA-256 alone (FIPS 180-4). */
final class MessageDigestStandIn {

  private static final int BLOCK = 64;
  private static final int[] CONSTANTS = constants(64, 3);
  private static final int[] START = constants(8, 2);

  private final byte[] block = new byte[BLOCK];
  private final int[] state = START.clone();
  private long length;

  private MessageDigestStandIn() {}

  public static MessageDigestStandIn getInstance(String algorithm) throws NoSuchAlgorithmException {
    if (!algorithm.equals("SHA-256")) {
      throw new NoSuchAlgorithmException(algorithm);
    }
    return new MessageDigestStandIn();
  }

  /** The first 32 bits of the fractions of the square or cube roots of the first primes. */
  private static int[] constants(int count, int root) {
    int[] constants = new int[count];
    int prime = 2;
    for (int i = 0; i < count; i++) {
      constants[i] = fraction(prime, root);
      do {
        prime++;
      } while (!isPrime(prime));
    }
    return constants;
  }

  private static boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }

  /** By bisection: the largest number whose power is not above the shifted prime. */
  private static int fraction(int prime, int root) {
    BigInteger wanted = BigInteger.valueOf(prime).shiftLeft(32 * root);
    BigInteger low = BigInteger.ZERO;
    for (int bit = 40; bit >= 0; bit--) {
      BigInteger tried = low.setBit(bit);
      if (tried.pow(root).compareTo(wanted) <= 0) {
        low = tried;
      }
    }
    return low.intValue();
  }

  public void update(byte[] bytes) {
    for (byte b : bytes) {
      update(b);
    }
  }

  public void update(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      update(bytes.get());
    }
  }

  private void update(byte b) {
    block[(int) (length++ % BLOCK)] = b;
    if (length % BLOCK == 0) {
      compress();
    }
  }

  public byte[] digest(byte[] bytes) {
    update(bytes);
    return digest();
  }

  public byte[] digest() {
    long bits = 8 * length;
    update((byte) 0x80);
    while (length % BLOCK != BLOCK - 8) {
      update((byte) 0);
    }
    for (int shift = 56; shift >= 0; shift -= 8) {
      update((byte) (bits >>> shift));
    }
    byte[] digest = new byte[32];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (state[i / 4] >>> (24 - 8 * (i % 4)));
    }
    System.arraycopy(START, 0, state, 0, state.length);
    length = 0;
    return digest;
  }

  private void compress() {
    int[] w = new int[BLOCK];
    for (int t = 0; t < 16; t++) {
      w[t] =
          (block[4 * t] & 255) << 24
              | (block[4 * t + 1] & 255) << 16
              | (block[4 * t + 2] & 255) << 8
              | (block[4 * t + 3] & 255);
    }
    for (int t = 16; t < BLOCK; t++) {
      int s0 = right(w[t - 15], 7) ^ right(w[t - 15], 18) ^ (w[t - 15] >>> 3);
      int s1 = right(w[t - 2], 17) ^ right(w[t - 2], 19) ^ (w[t - 2] >>> 10);
      w[t] = w[t - 16] + s0 + w[t - 7] + s1;
    }
    int[] v = Arrays.copyOf(state, 8);
    for (int t = 0; t < BLOCK; t++) {
      int s1 = right(v[4], 6) ^ right(v[4], 11) ^ right(v[4], 25);
      int choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
      int first = v[7] + s1 + choice + CONSTANTS[t] + w[t];
      int s0 = right(v[0], 2) ^ right(v[0], 13) ^ right(v[0], 22);
      int majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
      System.arraycopy(v, 0, v, 1, 7);
      v[4] += first;
      v[0] = first + s0 + majority;
    }
    for (int i = 0; i < state.length; i++) {
      state[i] += v[i];
    }
  }

  private static int right(int word, int by) {
    return Integer.rotateRight(word, by);
  }
}
