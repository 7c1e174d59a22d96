package io.huhang.process.engine;

import java.util.Set;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentContentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskAttachmentsCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * Refuses the engine's own attachments for everyone: it checks no authorization on them.
 * Evidence lives in the module {@code attachment}.
 */
class AttachmentWall implements Wall {

	private static final Set<Class<?>> COMMANDS = Set.of(CreateAttachmentCmd.class, SaveAttachmentCmd.class,
			DeleteAttachmentCmd.class, GetAttachmentCmd.class, GetAttachmentContentCmd.class,
			GetTaskAttachmentCmd.class, GetTaskAttachmentContentCmd.class, GetTaskAttachmentsCmd.class,
			GetProcessInstanceAttachmentsCmd.class);

	@Override
	public void check(Command<?> command) {
		if (COMMANDS.contains(command.getClass())) {
			throw new BadUserRequestException("attachments of the engine are not in use");
		}
	}

}
