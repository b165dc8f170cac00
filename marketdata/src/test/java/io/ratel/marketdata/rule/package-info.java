/** Rules beside a slow evaluator that looks at the whole history each time. */
@NullMarked
package io.ratel.marketdata.rule;

import org.jspecify.annotations.NullMarked;
