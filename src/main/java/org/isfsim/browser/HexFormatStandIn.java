package org.isfsim.browser;

/** Stands in for {@link java.util.HexFormat}. */
final class HexFormatStandIn {

  private static final HexFormatStandIn LOWER_CASE = new HexFormatStandIn();

  private HexFormatStandIn() {}

  public static HexFormatStandIn of() {
    return LOWER_CASE;
  }

  public String formatHex(byte[] bytes) {
    StringBuilder digits = new StringBuilder(2 * bytes.length);
    for (byte b : bytes) {
      digits.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return digits.toString();
  }
}
