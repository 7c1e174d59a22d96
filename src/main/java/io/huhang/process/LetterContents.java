package io.huhang.process;

import io.huhang.attachment.Attachments;
import io.huhang.mail.LetterFiles;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets letters carry stored files: mail and attachment know nothing of each other. */
@Configuration
class LetterContents {

	@Bean
	LetterFiles letterFiles(Attachments attachments) {
		return fileId -> attachments.open(attachments.find(fileId).orElseThrow());
	}

}
