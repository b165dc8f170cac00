package io.ratel.server.demo.match;

import java.util.List;

/**
 * A club that nobody supports yet.
 *
 * @param attack goals it scores against a usual defence, relative to a usual attack
 * @param defence goals it lets in from a usual attack, relative to a usual defence: less is better
 */
record Club(String name, double attack, double defence) {
  /** The club whose share is traded. */
  static final Club RATEL = new Club("Ratel FC", 1.25, 0.85);

  static final List<Club> RIVALS =
      List.of(
          new Club("Harbour Town", 1.10, 0.95),
          new Club("Otterby Rovers", 0.85, 1.10),
          new Club("Badgerfield United", 1.35, 0.75),
          new Club("Stoatley Albion", 0.95, 1.00),
          new Club("Martenford City", 1.20, 1.05),
          new Club("Lower Weaselbrook", 0.70, 1.30),
          new Club("Polecat Athletic", 1.00, 0.90),
          new Club("Sable Heath", 0.90, 0.85),
          new Club("Minkhampton", 0.80, 1.15));
}
