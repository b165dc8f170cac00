package io.ratel.server.demo.match;

/**
 * Something that happened in a match.
 *
 * @param kind as a market event names it: kickOff, goal, shot, yellowCard, redCard, halfTime,
 *     secondHalf, fullTime
 * @param number of this news within its match, from 1
 * @param headline as a wire would have it: {@code 63' Goal: Ratel FC 2–1 Harbour Town}
 * @param favour 1 when it is good for the club that is traded, -1 when it is bad, 0 when neither
 */
public record MatchNews(String kind, int number, String headline, int favour) {
  public static final String KICK_OFF = "kickOff";
  public static final String GOAL = "goal";
  public static final String FULL_TIME = "fullTime";
}
