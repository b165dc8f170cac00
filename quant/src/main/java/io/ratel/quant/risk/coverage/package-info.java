/** Whether losses exceeded value at risk as often, and as unconnectedly, as they should. */
@NullMarked
package io.ratel.quant.risk.coverage;

import org.jspecify.annotations.NullMarked;
