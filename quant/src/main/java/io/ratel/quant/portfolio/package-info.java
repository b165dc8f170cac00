/**
 * Portfolios as they live: what is held, and the risk of it, kept up to date with every fill and
 * tick by what changed alone.
 */
@NullMarked
package io.ratel.quant.portfolio;

import org.jspecify.annotations.NullMarked;
