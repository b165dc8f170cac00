/**
 * Recordings played again as if they were live. A {@link io.ratel.adapters.capture.ReplayPlan} says
 * what is in the given files and what of it can be read; a {@link io.ratel.adapters.capture.Replay}
 * plays the venues side by side, each at its recorded pace, and loads files of bars and ticks as
 * the history they are.
 */
@NullMarked
package io.ratel.adapters.capture;

import org.jspecify.annotations.NullMarked;
