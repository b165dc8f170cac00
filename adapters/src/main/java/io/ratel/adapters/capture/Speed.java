package io.ratel.adapters.capture;

/**
 * How fast a recording is played.
 *
 * @param factor seconds recorded for each second played; 0 without waiting at all
 */
public record Speed(int factor) {
  private static final int MAX_FACTOR = 1_000;

  public static final Speed MAX = new Speed(0);

  public Speed {
    if (factor < 0 || factor > MAX_FACTOR) {
      throw new IllegalArgumentException("speed must be 1 to 1000 or max, was " + factor);
    }
  }

  /**
   * Reads {@code 1}, {@code 10}, {@code max}.
   *
   * @throws IllegalArgumentException with a message fit for a user
   */
  public static Speed parse(String text) {
    if (text.equals("max")) {
      return MAX;
    }
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("speed must be 1 to 1000 or max, was '" + text + "'");
    }
    return new Speed(Integer.parseInt(text));
  }
}
