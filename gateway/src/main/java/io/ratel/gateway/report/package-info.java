/**
 * What is told to those who keep and check books. Trade reports have the same columns as
 * comma-separated values, as a workbook and as JSON, and are written row by row while they are
 * read, so that their length costs no memory; amounts are exact where the form allows it. A
 * reconciliation is told as it was found.
 */
@NullMarked
package io.ratel.gateway.report;

import org.jspecify.annotations.NullMarked;
