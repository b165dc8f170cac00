/**
 * Reports as files: the same columns as comma-separated values, as a workbook and as JSON, written
 * row by row while they are read, so that their length costs no memory. Amounts are exact where the
 * form allows it; a workbook's numbers are what its program makes of them.
 */
@NullMarked
package io.ratel.gateway.report;

import org.jspecify.annotations.NullMarked;
