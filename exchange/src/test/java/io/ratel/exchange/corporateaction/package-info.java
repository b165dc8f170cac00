/** Tests of corporate actions, against files of price and split factors. */
@NullMarked
package io.ratel.exchange.corporateaction;

import org.jspecify.annotations.NullMarked;
