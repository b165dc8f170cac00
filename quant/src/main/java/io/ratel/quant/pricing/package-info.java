/**
 * What a claim on an asset is worth. Rates are continuous and by the year, times in years, Greeks
 * per unit and per year, unless a function says otherwise.
 */
@NullMarked
package io.ratel.quant.pricing;

import org.jspecify.annotations.NullMarked;
