/**
 * Patterns in what a market does. A {@link io.ratel.marketdata.rule.Condition} says what is looked
 * for and can be written as JSON; a {@link io.ratel.marketdata.rule.RuleRun} is shown one {@link
 * io.ratel.marketdata.rule.Update} after the other and says when a rule fires. It goes by the times
 * of the updates and by nothing else, so the same updates make the same alerts, and what it keeps
 * is bounded when it is made.
 */
@NullMarked
package io.ratel.marketdata.rule;

import org.jspecify.annotations.NullMarked;
