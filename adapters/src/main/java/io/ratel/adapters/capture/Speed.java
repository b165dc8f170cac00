package io.ratel.adapters.capture;

/**
 * How fast a recording is played.
 *
 * @param factor seconds recorded for each second played; 0 without waiting at all
 */
public record Speed(int factor) {
  public static final Speed MAX = new Speed(0);

  public Speed {
    if (factor < 0) {
      throw new IllegalArgumentException("a speed must not be negative, was " + factor);
    }
  }

  /**
   * Reads {@code 1}, {@code 10}, {@code max}.
   *
   * @throws IllegalArgumentException with a message fit for a user
   */
  public static Speed parse(String text) {
    return switch (text) {
      case "1" -> new Speed(1);
      case "10" -> new Speed(10);
      case "max" -> MAX;
      default ->
          throw new IllegalArgumentException("speed must be 1, 10 or max, was '" + text + "'");
    };
  }
}
