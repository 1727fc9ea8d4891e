/// Tables as files: CSV, XLSX and lines of JSON, written as their rows are read, so that a million
/// of them need no more memory than a few.
@NullMarked
package org.planledger.api.export;

import org.jspecify.annotations.NullMarked;
