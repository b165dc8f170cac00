/**
 * Matches of a made-up league, minute by minute on a fast clock: goals as a Poisson process with
 * the strengths of the teams, cards and shots, told as a wire tells them, and what each of them is
 * worth to the holder of a share in one of the clubs.
 */
@NullMarked
package io.ratel.server.demo.match;

import org.jspecify.annotations.NullMarked;
