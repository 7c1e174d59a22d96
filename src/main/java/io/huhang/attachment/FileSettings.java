package io.huhang.attachment;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where files lie and how large they may be.
 *
 * @param folder of the contents, or of uploads on their way into a bucket
 * @param maxFileSize of one file
 * @param maxCaseSize of all files that people uploaded for one case or recommendation
 */
@ConfigurationProperties("huhang.files")
record FileSettings(Path folder, @DefaultValue("50MB") DataSize maxFileSize,
		@DefaultValue("300MB") DataSize maxCaseSize) {

	private static final Path DEFAULT = Path.of("./data/files");

	FileSettings {
		// Production leaves it blank when a bucket keeps the files; uploads pass through
		// it all the same.
		folder = (folder == null || folder.toString().isBlank()) ? DEFAULT : folder;
	}

}
