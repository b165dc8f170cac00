package io.ratel.server.demo.match;

/**
 * What a match is expected to bring when each side still scores as a Poisson process (M. Maher,
 * "Modelling association football scores", 1982).
 *
 * @param points the club's expected points: three for a win, one for a draw
 * @param difference its expected goals less the other side's
 */
record Outlook(double points, double difference) {
  private static final int MOST_GOALS = 12; // in the rest of one match; more has no weight

  /**
   * @param lead goals for less goals against so far
   * @param rateFor goals the club is still expected to score
   * @param rateAgainst goals the other side is still expected to score
   */
  static Outlook of(int lead, double rateFor, double rateAgainst) {
    double points = 0;
    double weightFor = Math.exp(-rateFor);
    for (int scored = 0; scored <= MOST_GOALS; scored++) {
      double weight = weightFor * Math.exp(-rateAgainst);
      for (int conceded = 0; conceded <= MOST_GOALS; conceded++) {
        int difference = lead + scored - conceded;
        points += difference > 0 ? 3 * weight : difference == 0 ? weight : 0;
        weight *= rateAgainst / (conceded + 1);
      }
      weightFor *= rateFor / (scored + 1);
    }
    return new Outlook(points, lead + rateFor - rateAgainst);
  }
}
