package io.huhang.attachment;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files lie and how large they may be.
 *
 * @param maxFileSize of one file
 * @param maxCaseSize of all files that people uploaded for one case or recommendation
 */
@ConfigurationProperties("huhang.files")
record FileSettings(@DefaultValue("./data/files") Path folder, @DefaultValue("50MB") DataSize maxFileSize,
		@DefaultValue("300MB") DataSize maxCaseSize) {
}
